import { describe, expect, it } from '@jest/globals';
import { court12368Bulk } from '#demo/bulk/court-12368.ts';
import { numberOf, plain, policeCaseNoOf, type SeriesName } from '#demo/bulk/numbers.ts';
import { procuratorate12309Bulk } from '#demo/bulk/procuratorate-12309.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { STAFF } from '#demo/world/staff.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import { everyPage, inFifties } from '#tests/bulk/pages.ts';
import * as court12368 from '#tests/court-12368/harness.ts';
import * as procuratorate12309 from '#tests/procuratorate-12309/harness.ts';

const call = { requestId: 'test', caller: 'caller', rights: 'rights' };
const options = { cases: 400, seed: 5 };
const numbersOf = (series: SeriesName) =>
  Array.from({ length: options.cases }, (_, index) => index)
    .filter((index) => hasRecord(index, series))
    .map((index) => numberOf(series, index));

describe('generated cases in 12368', () => {
  const bulk = court12368Bulk(options);
  const expected = ['CRIMINAL_TRIAL', 'CIVIL_TRIAL', 'MEDIATION', 'APPEAL'] as const;

  it('are in the pages, by number, with those of the world', async () => {
    const { court } = await court12368.start({ bulk });
    const rows = await everyPage(court, ({ courtCaseNo }) => courtCaseNo, call);
    const generated = rows
      .map(({ courtCaseNo }): string => courtCaseNo)
      .filter((number) => /\D[89]\d{5}号/.test(number));
    expect(rows).toHaveLength(expected.flatMap(numbersOf).length + court12368Rows().length);
    expect(generated).toEqual(expect.arrayContaining(expected.flatMap(numbersOf)));
  });

  it('answer every question', async () => {
    const { court } = await court12368.start({ bulk });
    const rows = await everyPage(court, ({ courtCaseNo }) => courtCaseNo, call);
    const keys = rows.map(({ courtCaseNo }) => courtCaseNo).filter((number) => bulk.byNumber(plain(number)));
    for (const fifty of inFifties(keys)) {
      const answers = await court12368.askAll(court, fifty);
      for (const answer of answers) expect([...answer.keys()].every((key) => fifty.includes(key))).toBe(true);
      expect(answers[0]?.size).toBe(fifty.length);
    }
  });

  it('are in the calendar of the bulk judge, and in nobody else’s', async () => {
    const { court } = await court12368.start({ bulk });
    const question = { agencyCode: 'COURT-379999', from: '2025-06-16', to: '2025-06-20' };
    const entries = await court.calendar({ ...question, staffNo: BULK_STAFF.judge.staffNo }, call);
    expect(entries.length).toBeGreaterThan(5);
    for (const { staffNo } of [STAFF.lin, STAFF.zhou, STAFF.clerk]) {
      const own = await court.calendar({ ...question, to: '2025-07-31', staffNo }, call);
      expect(own.filter(({ courtCaseNo }) => bulk.byNumber(plain(courtCaseNo)))).toEqual([]);
    }
  });
});

describe('generated cases in 12309', () => {
  const bulk = procuratorate12309Bulk(options);
  const expected = [...numbersOf('ARREST_REVIEW'), ...numbersOf('PROSECUTION_REVIEW')];

  it('are in the pages, and answer every question', async () => {
    const { procuratorate } = await procuratorate12309.start({ bulk });
    const rows = await everyPage(procuratorate, ({ recordNo }) => recordNo, call);
    const keys = rows
      .flatMap(({ recordNo }) => acceptanceNo.parse(recordNo) ?? [])
      .filter((number) => expected.includes(number));
    expect(keys).toEqual(expected.toSorted());
    for (const fifty of inFifties(keys)) {
      const facts = await procuratorate.caseFacts(fifty, call);
      expect(facts.size).toBe(fifty.length);
      for (const { assignments } of facts.values()) {
        expect(assignments.map(({ staffNo }) => staffNo)).toContain(BULK_STAFF.prosecutor.staffNo);
      }
      const reviews = await Promise.all([
        procuratorate.arrestReviewsByNumber(fifty, call),
        procuratorate.prosecutionReviewsByNumber(fifty, call),
      ]);
      expect(reviews.reduce((sum, { size }) => sum + size, 0)).toBe(fifty.length);
      for (const question of ['partiesByCase', 'documentsByCase', 'transfersByCase', 'linkedNumbersByCase'] as const) {
        expect((await procuratorate[question](fifty, call)).size).toBeGreaterThan(0);
      }
    }
  });

  it('are found by the number of the police', async () => {
    const { procuratorate } = await procuratorate12309.start({ bulk });
    const numbers = [3, 5].flatMap((index) => policeCaseNo.parse(policeCaseNoOf(options.seed, index)) ?? []);
    const found = await procuratorate.acceptanceNosByPoliceCase(numbers, call);
    expect([...found.values()]).toEqual(
      [3, 5].map((index) => [numberOf('ARREST_REVIEW', index), numberOf('PROSECUTION_REVIEW', index)]),
    );
  });

  it('do not wait at the intake desk', async () => {
    const [alone, together] = await Promise.all([
      procuratorate12309.start().then(({ procuratorate }) => procuratorate.transferInbox(['PROC-379999'], call)),
      procuratorate12309
        .start({ bulk })
        .then(({ procuratorate }) => procuratorate.transferInbox(['PROC-379999'], call)),
    ]);
    expect(together).toEqual(alone);
  });
});
