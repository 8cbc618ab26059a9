import { describe, expect, it } from '@jest/globals';
import * as statements from '#adapters/systems/police/statements.ts';
import { CASE_FACTS, forKeys, type KeyedQuery, MAX_KEYS, PARTIES } from '#adapters/systems/police/statements.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `A379999000000202503${String(index).padStart(4, '0')}`);

const KEYED = Object.values(statements).filter(
  (each): each is KeyedQuery => typeof each === 'object' && 'select' in each,
);
const TEXTS = [...KEYED.map((query) => forKeys(query, keys(1)).sql), statements.PAGE, statements.PAGE_PARTIES];

describe('forKeys', () => {
  it.each([
    [1, 1],
    [2, 4],
    [4, 4],
    [5, 16],
    [17, 64],
    [MAX_KEYS, 64],
  ])('%i keys stand in a list of %i, so that few texts reach the database', (count, length) => {
    const { sql, binds } = forKeys(CASE_FACTS, keys(count));
    expect(binds).toHaveLength(length);
    expect(sql.match(/:\d+/g)).toHaveLength(length);
    expect(new Set(binds)).toEqual(new Set(keys(count)));
  });

  it('joins its own condition, and orders the rows of a key', () => {
    expect(forKeys({ select: 'SELECT A, B FROM T', where: 'B > 1', key: 'A', order: 'B' }, ['x']).sql).toBe(
      'SELECT A, B FROM T WHERE B > 1 AND A IN (:1) ORDER BY A, B',
    );
    expect(forKeys({ select: 'SELECT A FROM T', key: 'A' }, ['x']).sql).toBe('SELECT A FROM T WHERE A IN (:1)');
  });

  it('never writes a key into the text', () => {
    const hostile = "' OR '1'='1";
    expect(forKeys(PARTIES, [hostile]).sql).not.toContain(hostile);
  });
});

describe('every statement', () => {
  it.each(TEXTS)('names its columns, and not the narrative nor a phone: %s', (sql) => {
    expect(sql).not.toMatch(/\*|\bJYAQ\b|\bAJMC\b|\bFADD\b|\bLXDH\b/);
  });

  it.each(TEXTS)('needs nothing newer than Oracle 11g: %s', (sql) => {
    expect(sql).not.toMatch(/\bOFFSET\b|\bFETCH\b|\bLIMIT\b|\bLATERAL\b|\bLISTAGG\b/i);
  });

  it('leaves out labelled records, but facts and page, which tell the label', () => {
    const unguarded = TEXTS.filter((sql) => !sql.includes("NVL(MJDM, '0') = '0'"));
    expect(unguarded).toEqual([forKeys(CASE_FACTS, keys(1)).sql, statements.PAGE]);
    for (const sql of unguarded) expect(sql).toMatch(/\bMJDM\b/);
  });
});
