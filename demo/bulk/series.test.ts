import { describe, expect, it } from '@jest/globals';
import { court12368Bulk } from '#demo/bulk/court-12368.ts';
import { plain, plainNumberOf, policeCaseNoOf, type SeriesName } from '#demo/bulk/numbers.ts';
import { procuratorate12309Bulk } from '#demo/bulk/procuratorate-12309.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { STAFF } from '#demo/world/staff.ts';

const options = { cases: 700, seed: 3 };
const court = court12368Bulk(options);
const procuratorate = procuratorate12309Bulk(options);

const SOURCES = {
  'of 12368': {
    series: ['CRIMINAL_TRIAL', 'CIVIL_TRIAL', 'MEDIATION', 'APPEAL'],
    pageAfter: (number: string, limit: number) => court.after(number, limit).map(({ AH }) => plain(AH)),
    find: (number: string) => court.byNumber(number)?.AH,
  },
  'of 12309': {
    series: ['ARREST_REVIEW', 'PROSECUTION_REVIEW'],
    pageAfter: (number: string, limit: number) => procuratorate.after(number, limit).map(({ BMSAH }) => plain(BMSAH)),
    find: (number: string) => procuratorate.byNumber(number)?.BMSAH,
  },
} as const satisfies Record<string, { series: readonly SeriesName[]; pageAfter: unknown; find: unknown }>;

describe.each(Object.entries(SOURCES))('the lazy source %s', (_, { series, pageAfter, find }) => {
  const indexes = Array.from({ length: options.cases }, (_, index) => index);
  const expected = series.flatMap((name: SeriesName) =>
    indexes.filter((index) => hasRecord(index, name)).map((index) => plainNumberOf(name, index)),
  );

  it('knows the series in the order of their numbers', () => {
    expect(expected).toEqual(expected.toSorted());
  });

  it.each([1, 7, 500, 100_000])('pages through all, %i at a time, in the order of the numbers', (size) => {
    const paged: string[] = [];
    for (let page = pageAfter('', size); page.length > 0; page = pageAfter(paged.at(-1) ?? '', size))
      paged.push(...page);
    expect(paged).toEqual(expected);
  });

  it('begins after a number that is nobody’s', () => {
    const [first, second] = expected;
    expect(pageAfter(`${first}之一`, 1)).toEqual([second]);
    expect(pageAfter('\uffff', 5)).toEqual([]);
    expect(pageAfter('', 0)).toEqual([]);
  });

  it('finds each record by its number, and nothing else', () => {
    for (const number of expected) expect(plain(find(number) ?? '')).toBe(number);
    for (const name of series) {
      expect(find(plainNumberOf(name, options.cases))).toBeUndefined();
      expect(find(plainNumberOf(name, 0).replace('2025', '2024'))).toBeUndefined();
    }
    expect(find('')).toBeUndefined();
  });
});

describe('12309 by other keys', () => {
  it('finds the reviews of a police case, and the hand-overs of a review', () => {
    const number = policeCaseNoOf(options.seed, 5);
    const reviews = procuratorate.byPoliceCase(number);
    expect(reviews.map(({ BMSAH }) => plain(BMSAH))).toEqual([
      plainNumberOf('ARREST_REVIEW', 5),
      plainNumberOf('PROSECUTION_REVIEW', 5),
    ]);
    for (const { BMSAH, LB } of reviews) {
      const transfers = procuratorate.transfersOf(plain(BMSAH));
      expect(transfers.map((each) => each.YSLX.slice(0, 2))).toContain(LB === '1' ? '01' : '02');
      for (const transfer of transfers) expect(transfer).toMatchObject({ BMSAH, GAAJBH: [number], YSZT: '8' });
    }
    expect(procuratorate.byPoliceCase('A3799990000002025030001')).toEqual([]);
    expect(procuratorate.transfersOf('虚检刑诉受[2025]379999000011号')).toEqual([]);
  });
});

describe('12368 by handler', () => {
  it('gives the bulk judge every trial at his court, and nobody of the world any', () => {
    const handled = [...court.byHandler(BULK_STAFF.judge.staffNo)].map(({ AH }) => plain(AH));
    const trials = court.after('', 100_000).filter(({ HYT, FYDM }) => HYT.length > 0 && FYDM === '鲁9999');
    expect(handled).toEqual(trials.map(({ AH }) => plain(AH)));
    for (const { staffNo } of Object.values(STAFF)) expect([...court.byHandler(staffNo)]).toEqual([]);
  });
});
