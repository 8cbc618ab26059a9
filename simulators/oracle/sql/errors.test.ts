import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import { OracleError } from '#simulators/oracle/engine.ts';
import { toOracleError } from '#simulators/oracle/sql/errors.ts';

function postgresError(code: string, fields: Partial<DatabaseError> = {}, message = 'secret 379999198506120130') {
  return Object.assign(new DatabaseError(message, 0, 'error'), { code, ...fields });
}

describe('toOracleError', () => {
  it.each([
    ['42P01', 942],
    ['42601', 933],
    ['22P02', 1722],
    ['57014', 1013],
    ['25006', 1031],
    ['XX000', 3001],
    ['57P01', 3113],
    ['08006', 3113],
  ])('SQLSTATE %s is ORA-%i and says nothing of the value', (code, number) => {
    const error = toOracleError(postgresError(code));
    expect(error.number).toBe(number);
    expect(error.message).not.toContain('379999');
  });

  it('names objects in capitals', () => {
    expect(toOracleError(postgresError('23505', { schema: 'fyzx', constraint: 'pk_a' })).message).toBe(
      'ORA-00001: unique constraint (FYZX.PK_A) violated',
    );
    expect(toOracleError(postgresError('42703', {}, 'column z.nope does not exist')).message).toBe(
      'ORA-00904: "Z"."NOPE": invalid identifier',
    );
  });

  it('leads the position back', () => {
    const statement = {
      text: 'SELECT nope ',
      places: [
        { start: 0, at: 0 },
        { start: 7, at: 9 },
      ],
    };
    expect(toOracleError(postgresError('42703', { position: '8' }), statement).offset).toBe(9);
  });

  it('leaves its own errors alone, and takes any other for a lost server', () => {
    const own = new OracleError(6550, 'x');
    expect(toOracleError(own)).toBe(own);
    expect(toOracleError(new Error('Connection terminated')).number).toBe(3113);
  });
});
