import { describe, expect, it } from '@jest/globals';
import type { FieldDef } from 'pg';
import { type ColumnMeta, ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import { bindText, columnMeta, oraValue } from '#simulators/oracle/sql/types.ts';

const field = (dataTypeID: number, dataTypeModifier = -1, name = 'a'): FieldDef =>
  ({ name, dataTypeID, dataTypeModifier }) as FieldDef;

describe('columnMeta', () => {
  it.each([
    ['numeric', field(1700), { type: ORACLE_TYPES.NUMBER, scale: -127 }],
    ['numeric(9,2)', field(1700, ((9 << 16) | 2) + 4), { type: ORACLE_TYPES.NUMBER, precision: 9, scale: 2 }],
    ['integer', field(23), { type: ORACLE_TYPES.NUMBER }],
    ['char(24)', field(1042, 28), { type: ORACLE_TYPES.CHAR, size: 24, maxSize: 96 }],
    ['varchar(10)', field(1043, 14), { type: ORACLE_TYPES.VARCHAR, size: 10, maxSize: 40 }],
    ['varchar', field(1043), { type: ORACLE_TYPES.VARCHAR, size: 4000 }],
    ['the varchar that is a CLOB', field(1043, 10_485_764), { type: ORACLE_TYPES.CLOB }],
    ['timestamp(0)', field(1114, 0), { type: ORACLE_TYPES.DATE }],
    ['timestamp(6)', field(1114, 6), { type: ORACLE_TYPES.TIMESTAMP, scale: 6 }],
    ['text', field(25), { type: ORACLE_TYPES.VARCHAR }],
  ])('%s', (_, from, expected) => {
    expect(columnMeta(from)).toMatchObject(expected);
  });

  it('shows small letters as capitals and keeps mixed ones', () => {
    expect(columnMeta(field(25, -1, 'fyajbh')).name).toBe('FYAJBH');
    expect(columnMeta(field(25, -1, 'Mixed')).name).toBe('Mixed');
  });
});

describe('values', () => {
  const column = (type: number): ColumnMeta => ({ name: 'A', type, maxSize: 1 });

  it('an empty text is NULL on both ways', () => {
    expect(oraValue('', column(ORACLE_TYPES.VARCHAR))).toBeNull();
    expect(bindText({ type: ORACLE_TYPES.VARCHAR, value: '' })).toBeNull();
  });

  it('a boolean is 1 or 0, a number keeps its digits', () => {
    expect(oraValue('t', column(ORACLE_TYPES.NUMBER))).toBe('1');
    expect(oraValue('123456789012345678901.5', column(ORACLE_TYPES.NUMBER))).toBe('123456789012345678901.5');
  });

  it('arrays and bytes are not in the dialect', () => {
    expect(() => bindText({ type: ORACLE_TYPES.RAW, value: Buffer.from('a') })).toThrow('ORA-03001');
    expect(() => bindText({ type: ORACLE_TYPES.VARCHAR, value: ['a'] })).toThrow('ORA-03001');
  });
});
