import { describe, expect, it } from '@jest/globals';
import * as statements from '#adapters/systems/police/statements.ts';
import { CASE_FACTS, forKeys, type KeyedQuery, MAX_KEYS, PARTIES } from '#adapters/systems/police/statements.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `A379999000000202503${String(index).padStart(4, '0')}`);

const KEYED = Object.values(statements).filter(
  (each): each is KeyedQuery => typeof each === 'object' && 'select' in each,
);
const { HANDOVERS, PAGE, PAGE_PARTIES, PENDING_HANDOVERS } = statements;
const TEXTS = [...KEYED.map((query) => forKeys(query, keys(1)).sql), HANDOVERS, PENDING_HANDOVERS, PAGE, PAGE_PARTIES];

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
  it.each(TEXTS)('names its columns, and not the narrative: %s', (sql) => {
    expect(sql.replace(/^SELECT \* FROM \(SELECT /, '')).not.toMatch(/\*|\bJYAQ\b|\bAJMC\b|\bFADD\b/);
  });

  it.each(TEXTS)('needs nothing newer than Oracle 11g: %s', (sql) => {
    expect(sql).not.toMatch(/\bOFFSET\b|\bFETCH\b|\bLIMIT\b|\bLATERAL\b|\bLISTAGG\b/i);
  });

  it('leaves out labelled records, but for facts and page, which tell the label and hold no more than the flags', () => {
    const condition = "NVL(MJDM, '0') = '0'";
    const unlabelled = (sql: string) => sql.slice(sql.indexOf(' WHERE ')).includes(condition);
    const flagged = TEXTS.filter((sql) => !unlabelled(sql));
    expect(flagged).toEqual([forKeys(CASE_FACTS, keys(1)).sql, PAGE]);
    for (const sql of flagged) {
      const guarded = new RegExp(`CASE WHEN ${condition.replace(/[()]/g, '\\$&')} THEN (\\w+) END AS \\1`, 'g');
      const columns = sql.replaceAll(guarded, '').match(/(?<=SELECT )[A-Z, ]+(?= FROM)/)?.[0];
      expect(columns?.split(', ').filter((column) => column !== '')).toEqual(['AJBH', 'JGDM', 'FCBZ', 'MJDM']);
    }
  });

  it.each(['XM', 'ZJHM', 'LXDH'])('gives %s of whoever is not protected only', (column) => {
    for (const sql of TEXTS.filter((each) => each.includes(column))) {
      const bare = sql.replaceAll(
        new RegExp(`CASE WHEN BHBZ = '0' THEN ${column} (ELSE HM )?END AS ${column}\\b`, 'g'),
        '',
      );
      expect(bare).not.toMatch(new RegExp(`\\b${column}\\b`));
    }
  });
});
