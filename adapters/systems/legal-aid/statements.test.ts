import { describe, expect, it } from '@jest/globals';
import * as statements from '#adapters/systems/legal-aid/statements.ts';
import {
  afterKey,
  BENEFICIARIES,
  CASE_FACTS,
  CASE_RECORDS,
  forKeys,
  INBOX,
  INBOX_OF_STATUS,
  type KeyedQuery,
  LAWYERS,
  MAX_KEYS,
  PAGE,
} from '#adapters/systems/legal-aid/statements.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `LA-2025-${String(index).padStart(6, '0')}`);

const KEYED = Object.values(statements).filter(
  (each): each is KeyedQuery => typeof each === 'object' && 'select' in each,
);
const textOf = (query: KeyedQuery) => forKeys(query, keys(1)).sql;
const TEXTS = [...KEYED.map(textOf), INBOX, INBOX_OF_STATUS, PAGE];

describe('forKeys', () => {
  it.each([
    [1, 1],
    [2, 4],
    [4, 4],
    [5, 16],
    [17, 64],
    [MAX_KEYS, 64],
  ])('%i keys stand in a list of %i, so that few texts reach the database', (count, length) => {
    const { sql, binds } = forKeys(CASE_RECORDS, keys(count));
    expect(binds).toHaveLength(length);
    expect(sql.match(/:\d+/g)).toHaveLength(length);
    expect(new Set(binds)).toEqual(new Set(keys(count).map((key) => key.padEnd(24))));
  });

  it('pads keys of CHAR columns only', () => {
    expect(forKeys(CASE_FACTS, ['LA-2025-000001']).binds).toEqual(['LA-2025-000001          ']);
    expect(forKeys(LAWYERS, ['13799201810999004']).binds).toEqual(['13799201810999004']);
    expect(afterKey('LA-2025-000001')).toBe('LA-2025-000001          ');
  });

  it('never writes a key into the text', () => {
    const hostile = "' OR '1'='1";
    expect(forKeys(LAWYERS, [hostile]).sql).not.toContain(hostile);
  });
});

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
