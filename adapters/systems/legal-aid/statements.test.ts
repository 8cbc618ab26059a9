import { describe, expect, it } from '@jest/globals';
import { forKeys, type KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleStatement } from '#adapters/oracle/statement.ts';
import * as statements from '#adapters/systems/legal-aid/statements.ts';
import { BENEFICIARIES, CASE_FACTS, LAWYERS } from '#adapters/systems/legal-aid/statements.ts';

type Query = OracleStatement | KeyedQuery;

const textOf = (query: Query) => ('key' in query ? forKeys(query, ['LA-2025-000001']).statement.sql : query.sql);
const [INBOX, INBOX_OF_STATUS, PAGE] = [statements.INBOX, statements.INBOX_OF_STATUS, statements.PAGE].map(textOf);
const TEXTS = Object.values(statements)
  .filter((each): each is Query => typeof each === 'object' && 'sql' in each && each !== statements.PING)
  .map(textOf);

describe('every statement', () => {
  it.each(TEXTS)('needs nothing newer than Oracle 11g: %s', (sql) => {
    expect(sql).not.toMatch(/\bOFFSET\b|\bFETCH\b|\bLIMIT\b|\bLATERAL\b|\bLISTAGG\b/i);
  });

  it.each(TEXTS)('gives name and numbers of an unprotected person only: %s', (sql) => {
    const guarded = /CASE WHEN (?:NVL\(MJDM, '0'\)|[^,])*?BHBZ = '0' THEN \w+(?: ELSE SYRHM)? END(?: END)? AS \w+/g;
    expect(sql.replaceAll(guarded, '')).not.toMatch(/\b(?:SYRXM|SYRHM|XBDM|ZJHM|LXDH)\b/);
  });

  it('names numbers only for beneficiaries and the page, phones for beneficiaries', () => {
    expect(TEXTS.filter((sql) => /\bZJHM\b/.test(sql))).toEqual([textOf(BENEFICIARIES), PAGE]);
    expect(TEXTS.filter((sql) => /\bLXDH\b/.test(sql))).toEqual([textOf(BENEFICIARIES)]);
  });

  it('leaves out labelled records, but facts and page, which tell the label, and the register of lawyers', () => {
    const unguarded = TEXTS.filter((sql) => !/WHERE .*NVL\(MJDM, '0'\) = '0'/.test(sql.replaceAll('\n', ' ')));
    expect(unguarded).toEqual([textOf(CASE_FACTS), textOf(LAWYERS), PAGE]);
  });

  it('leaves sealed records out of the inbox', () => {
    for (const sql of [INBOX, INBOX_OF_STATUS]) expect(sql).toMatch("AND FCBZ = '0' AND");
  });
});
