import { describe, expect, it } from '@jest/globals';
import { forKeys, type KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleStatement } from '#adapters/oracle/statement.ts';
import * as statements from '#adapters/systems/police/statements.ts';
import { CASE_FACTS } from '#adapters/systems/police/statements.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `A379999000000202503${String(index).padStart(4, '0')}`);

const STATEMENTS = Object.values(statements).filter(
  (each): each is OracleStatement | KeyedQuery => typeof each === 'object' && each !== statements.PING,
);
const textOf = (statement: OracleStatement | KeyedQuery) =>
  'key' in statement ? forKeys(statement, keys(1)).statement.sql : statement.sql;
const TEXTS = STATEMENTS.map(textOf);
const PAGE = textOf(statements.PAGE);

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
    expect(flagged).toEqual([textOf(CASE_FACTS), PAGE]);
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
