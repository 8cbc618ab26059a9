import { describe, expect, it } from '@jest/globals';
import { forKeys } from '#adapters/oracle/in-list.ts';

const QUERY = { name: 'q', sql: 'SELECT A FROM T', key: 'A' };
const keys = (count: number) => Array.from({ length: count }, (_, index) => `K${index}`);

describe('forKeys', () => {
  it.each([
    [1, 1],
    [2, 4],
    [5, 16],
    [17, 64],
    [65, 256],
    [257, 1000],
    [1000, 1000],
  ])('%i keys stand in a list of %i, so that few texts reach the database', (count, length) => {
    const { statement, binds } = forKeys(QUERY, keys(count));
    expect([binds.length, statement.sql.match(/:\d+/g)?.length, new Set(binds).size]).toEqual([length, length, count]);
  });

  it.each([0, 1001])('%i keys are no list', (count) => {
    expect(() => forKeys(QUERY, keys(count))).toThrow(RangeError);
  });

  it('joins its own condition, orders the rows of a key, and is the statement otherwise', () => {
    const query = { ...QUERY, where: 'B > 1', order: 'B', trim: 'all', maxRows: 9 } as const;
    const sql = 'SELECT A FROM T WHERE B > 1 AND A IN (:1) ORDER BY A, B';
    expect(forKeys(query, ['x'])).toEqual({ statement: { name: 'q', sql, trim: 'all', maxRows: 9 }, binds: ['x'] });
    expect(forKeys(QUERY, ['x']).statement.sql).toBe('SELECT A FROM T WHERE A IN (:1)');
  });

  it('pads keys of CHAR columns only', () => {
    expect(forKeys({ ...QUERY, paddedTo: 4 }, ['x']).binds).toEqual(['x   ']);
  });

  it('never writes a key into the text', () => {
    const hostile = "' OR '1'='1";
    expect(forKeys(QUERY, [hostile]).statement.sql).not.toContain(hostile);
  });
});
