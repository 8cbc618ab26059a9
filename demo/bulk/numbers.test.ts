import { describe, expect, it } from '@jest/globals';
import {
  caseUidOf,
  indexOfNumber,
  indexOfPoliceCase,
  MOST_CASES,
  numberOf,
  plain,
  plainNumberOf,
  policeCaseNoOf,
  SERIES,
  type SeriesName,
} from '#demo/bulk/numbers.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { CASES } from '#demo/world/cases.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

const seed = 7;
const names = Object.keys(SERIES) as SeriesName[];
const indexes = Array.from({ length: MOST_CASES }, (_, index) => index);
const ends = [0, 1, 119, 120, 199, 9_999, MOST_CASES - 1];

describe('numbers of 100,000 generated cases', () => {
  const policeNos = indexes.map((index) => policeCaseNoOf(seed, index));

  it('are all different, and none is of the world', () => {
    const world = CASES.flatMap((each) => [each.caseUid, ...each.policeCaseNos, ...each.acceptanceNos]);
    const courts = CASES.flatMap((each) => [...each.courtCaseNos, ...each.mediationNos]);
    const series = names.flatMap((name) => indexes.map((index) => numberOf(name, index)));
    const all = [...indexes.map(caseUidOf), ...policeNos, ...series, ...world, ...courts];
    expect(new Set(all).size).toBe(all.length);
  });

  it('are valid by the rules of their kind, as they stand', () => {
    expect(policeNos.filter((number) => policeCaseNo.parse(number) !== number)).toEqual([]);
    for (const index of ends) {
      expect(caseUid.parse(caseUidOf(index))).toBe(caseUidOf(index));
      for (const name of names) {
        const { parse } = name.endsWith('REVIEW') ? acceptanceNo : courtCaseNo;
        expect(parse(numberOf(name, index))).toBe(numberOf(name, index));
        expect(parse(plainNumberOf(name, index))).toBe(numberOf(name, index));
        expect(plain(numberOf(name, index))).toBe(plainNumberOf(name, index));
      }
    }
  });

  it('are spread over stations and months', () => {
    expect(new Set(policeNos.slice(0, 200).map((number) => number.slice(1, 13))).size).toBe(12);
    expect(new Set(policeNos.slice(0, 200).map((number) => number.slice(13, 19))).size).toBeGreaterThan(5);
  });

  it('tell the index of the case, and whether there is such a record', () => {
    const options = { cases: MOST_CASES, seed };
    for (const index of [...ends, ...indexes.slice(120, 400)]) {
      const police = hasRecord(index, 'POLICE');
      expect(indexOfPoliceCase(policeCaseNoOf(seed, index), options)).toBe(police ? index : null);
      for (const name of names) {
        const found = indexOfNumber(name, plainNumberOf(name, index), MOST_CASES);
        expect(found).toBe(hasRecord(index, name) ? index : null);
      }
    }
  });

  it('are of no case beyond the run, in another month, or with something added', () => {
    const number = policeCaseNoOf(seed, 119);
    expect(indexOfPoliceCase(number, { cases: 119, seed })).toBeNull();
    expect(indexOfPoliceCase(number.replace(/\d{6}(?=\d{4}$)/, '202301'), { cases: 200, seed })).toBeNull();
    expect(indexOfPoliceCase('A3799990000002025030001', { cases: 200, seed })).toBeNull();
    const court = plainNumberOf('CRIMINAL_TRIAL', 119);
    expect(indexOfNumber('CRIMINAL_TRIAL', court, 119)).toBeNull();
    expect(indexOfNumber('CRIMINAL_TRIAL', `${court}之一`, 200)).toBeNull();
    expect(indexOfNumber('CIVIL_TRIAL', court, 200)).toBeNull();
  });
});
