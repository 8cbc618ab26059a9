import { describe, expect, it } from '@jest/globals';
import oracledb from 'oracledb';
import { createOracleConnector } from '#adapters/oracle/connector.ts';
import { sessionSetup } from '#adapters/oracle/session-setup.ts';
import { clientDate } from '#adapters/oracle/thick-mode.ts';

describe('Thick mode', () => {
  it('that cannot run is a sentence at the start, in both languages, of what to install and what to set', () => {
    const start = () =>
      createOracleConnector({
        ...{ connectString: 'host/SERVICE', user: 'u', password: 'never-told', clientDir: '/no/client/here' },
        ...{ department: 'JUSTICE', system: 'legal-aid' },
      });
    expect(start).toThrow(/DPI-1047.*请安装 Oracle Instant Client.*ORACLE_CLIENT_DIR.*Install Oracle Instant Client/);
    expect(start).not.toThrow('never-told');
    expect(oracledb.thin).toBe(true);
  });

  it.each([
    [' 2025-05-30T10:05:00', '2025-05-30T10:05:00'],
    ['2025-05-30T10:05:00.120000000', '2025-05-30T10:05:00.12'],
    ['0001-01-01T00:00:00.000000000+05:30', null],
    ['2025-05-30T10:05:00.000000000+05:30', '2025-05-30T10:05:00+05:30'],
    ['-0044-03-15T00:00:00', null],
    ['30-MAY-25', null],
  ])('writes %j, which is %j', (written, text) => {
    expect(clientDate(written)).toBe(text);
  });
});

describe('a session', () => {
  it('is told its zone and how numbers are written', () => {
    expect(sessionSetup('+08:00')).toBe("ALTER SESSION SET TIME_ZONE = '+08:00' NLS_NUMERIC_CHARACTERS = '.,'");
  });

  it.each(["+08:00' X = '", '+8', 'Asia/Shanghai', ''])('has no zone %j', (zone) => {
    expect(() => sessionSetup(zone)).toThrow(RangeError);
  });
});
