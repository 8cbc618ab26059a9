import { describe, expect, it } from '@jest/globals';
import { CODE_LISTS, createCodeBook } from '#schema/codes/code-book.ts';
import type { CodeEntry } from '#schema/codes/code-list.ts';
import { MEASURE_KIND } from '#schema/enums/measure-kind.ts';
import { areaCode } from '#schema/identifiers/area-code.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

const TODAY = '2025-06-16';
const listOf = (scheme: string) => CODE_LISTS.find((list) => list.scheme === scheme);
const codesOf = (scheme: string) => new Set(listOf(scheme)?.entries.map(({ code }) => code));

describe.each(CODE_LISTS)('$scheme', ({ scheme, title, source, shape, entries }) => {
  it('says what it is and where it comes from', () => {
    expect(title).toMatch(/^\p{Script=Han}\P{Cc}* [a-z]/u);
    expect(source.length).toBeGreaterThan(10);
  });

  it('has whole entries of its scheme and shape, of real days in order', () => {
    for (const entry of entries) {
      const { validFrom, validTo } = entry;
      expect(entry.scheme).toBe(scheme);
      expect(entry.code).toMatch(shape);
      expect(entry.name).toMatch(/^\p{Script=Han}[\p{Script=Han}、 /（）]*$/u);
      for (const day of [validFrom, validTo]) expect(day === null || parseLegalDate(day) === day).toBe(true);
      expect(validFrom === null || validTo === null || validFrom <= validTo).toBe(true);
    }
  });

  it('has at most one entry for a code on one day', () => {
    const overlap = (a: CodeEntry, b: CodeEntry) =>
      (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');
    for (const versions of Map.groupBy(entries, ({ code }) => code).values()) {
      for (const [i, a] of versions.entries()) {
        expect(versions.slice(i + 1).filter((b) => overlap(a, b))).toEqual([]);
      }
    }
  });
});

describe('the shapes of DOMAIN 3.10', () => {
  it.each([
    ['GB/T 2261.1', ['0', '1', '9'], ['3', 'M', '']],
    ['GB/T 3304', ['01', '15', '56'], ['1', '57', '00']],
    ['GA 240.1', ['010000', '010110', '010220'], ['10000', '0101100', 'A10000']],
    ['GB/T 2260', ['370812', '441200', '621200'], ['37081', '970812', '37O812']],
  ])('%s', (scheme, valid, invalid) => {
    const shape = listOf(scheme)?.shape;
    expect(valid.filter((code) => shape?.test(code) && codesOf(scheme).has(code))).toEqual(valid);
    expect(invalid.filter((code) => shape?.test(code) || codesOf(scheme).has(code))).toEqual([]);
  });
});

describe('the whole of a list', () => {
  it('is there: four sexes, 56 ethnicities and two extensions, 27 documents', () => {
    expect([codesOf('GB/T 2261.1'), codesOf('GB/T 3304'), codesOf('DOCUMENT')].map(({ size }) => size)).toEqual([
      4, 58, 27,
    ]);
  });

  it('is that of the graph where the graph has an enum', () => {
    expect(codesOf('MEASURE')).toEqual(new Set(Object.keys(MEASURE_KIND)));
  });

  it('areas are area codes', () => {
    expect([...codesOf('GB/T 2260')].filter((code) => areaCode.parse(code) !== code)).toEqual([]);
  });
});

describe('nameOf', () => {
  const book = createCodeBook(CODE_LISTS);

  it.each([
    ['GB/T 2261.1', '2', TODAY, '女性'],
    ['GB/T 3304', '01', TODAY, '汉族'],
    ['MEASURE', 'BAIL', TODAY, '取保候审'],
    ['DOCUMENT', 'JC-02', TODAY, '补充侦查提纲 / 继续侦查提纲 / 补充侦查决定书'],
    ['PARTICIPANT', 'SUSPECT', TODAY, '犯罪嫌疑人'],
    ['GB/T 2260', '379999', TODAY, '虚构县'],
    ['GB/T 2260', '439999', TODAY, '拟设县'],
    ['CRIMINAL-CAUSE', '264', TODAY, '盗窃罪'],
    ['CRIMINAL-CAUSE', '338', '2011-04-30', '重大环境污染事故罪'],
    ['CRIMINAL-CAUSE', '338', '2011-05-01', '污染环境罪'],
    ['CIVIL-CAUSE', '84', '2025-12-31', '买卖合同纠纷'],
    ['CIVIL-CAUSE', '88', '2025-12-31', '探矿权转让合同纠纷'],
    ['CIVIL-CAUSE', '88', '2026-01-01', '买卖合同纠纷'],
    ['CIVIL-CAUSE', '103-3', TODAY, '民间借贷纠纷'],
  ])('%s %s is on %s called %s', (scheme, code, on, name) => {
    expect(book.nameOf(scheme, code, on)).toBe(name);
  });

  it.each([
    ['abolished in 2010', '379998', '2014-03-05', '虚构旧县'],
    ['a district since 2013', '370882', TODAY, '兖州市'],
    ['not yet a district', '370812', '2013-10-17', '兖州区'],
    ['not yet a district', '441204', '2014-01-01', '高要区'],
  ])('an area code that is %s keeps its name: %s', (_, code, on, name) => {
    expect(book.nameOf('GB/T 2260', code, on)).toBe(name);
  });

  it('of a name that changed, the nearest day’s counts', () => {
    const versions = ['甲 1990-01-01 1999-12-31', '乙 2005-01-01 2009-12-31'].map((line) => {
      const [name = '', validFrom = '', validTo = ''] = line.split(' ');
      return { scheme: 'X', code: '1', name, validFrom, validTo };
    });
    const changed = createCodeBook([{ scheme: 'X', title: '', source: '', shape: /1/, entries: versions }]);
    const names = ['1980-01-01', '1995-01-01', '2002-01-01', '2005-01-01', '2020-01-01'].map((on) =>
      changed.nameOf('X', '1', on),
    );
    expect(names).toEqual(['甲', '甲', '甲', '乙', '乙']);
  });

  it('a number that was given to another cause says nothing out of its days', () => {
    expect(book.nameOf('CIVIL-CAUSE', '139', '2026-01-01')).toBe('139');
    expect(book.nameOf('CIVIL-CAUSE', '411', TODAY)).toBe('411');
  });

  it('what no list knows is kept with its code as name, and counted by scheme without the code', () => {
    const counting = createCodeBook(CODE_LISTS);
    expect(counting.codeOf('COURT-12368-CAUSE', 'X9999', TODAY)).toEqual({
      scheme: 'COURT-12368-CAUSE',
      code: 'X9999',
      name: 'X9999',
    });
    expect(counting.nameOf('GB/T 2261.1', '3', TODAY)).toBe('3');
    expect(counting.nameOf('GB/T 2261.1', 'constructor', TODAY)).toBe('constructor');
    expect(counting.nameOf('GB/T 2261.1', '1', TODAY)).toBe('男性');
    expect([...counting.unknownCounts()]).toEqual([
      ['COURT-12368-CAUSE', 1],
      ['GB/T 2261.1', 2],
    ]);
  });

  it('tells of a scheme once, when its first unknown code comes', () => {
    const counting = createCodeBook(CODE_LISTS);
    const told: string[] = [];
    counting.onFirstUnknown((scheme) => told.push(scheme));
    for (const code of ['3', '4', '1']) counting.nameOf('GB/T 2261.1', code, TODAY);
    expect(told).toEqual(['GB/T 2261.1']);
  });
});
