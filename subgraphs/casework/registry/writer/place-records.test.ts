import { describe, expect, it } from '@jest/globals';
import { type CaseLink, type KnownLinks, placeRecords } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';

const record = (recordNo: string, extra: Partial<IngestedRecord> = {}): IngestedRecord => ({
  recordNo,
  kind: 'COURT_CASE_NO',
  facts: {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo,
    sealed: false,
    labelled: false,
    assignments: [],
    recusedStaffNos: [],
  },
  caseUid: null,
  caseKind: 'CIVIL',
  stage: null,
  linkedNumbers: [],
  parties: [],
  ...extra,
});
const to = (...numbers: string[]) => ({
  linkedNumbers: numbers.map((number) => ({ kind: 'COURT_CASE_NO', number }) as const),
});
const link = (number: string, caseUid: string): CaseLink => ({ kind: 'COURT_CASE_NO', number, caseUid });
const review = { caseKind: null };

/** Where each record went, as `number → case`; who was left out; and who was refused a number, as `number ← record`. */
function place(records: readonly IngestedRecord[], known: Partial<KnownLinks> = {}, mintWaiting = false) {
  let minted = 0;
  const { placed, leftOut, newLinks, conflicts } = placeRecords(
    records,
    { links: [], withdrawn: [], caseUids: new Set(), ...known },
    { mint: () => `new${++minted}`, mintWaiting },
  );
  return {
    placed: placed.map((each) => `${each.record.recordNo} → ${each.caseUid}`).toSorted(),
    leftOut: leftOut.map(({ recordNo }) => recordNo),
    links: newLinks.map(({ number }) => number).toSorted(),
    conflicts: conflicts.map(({ claimed, by }) => `${claimed.number} of ${claimed.caseUid} ← ${by.recordNo}`),
  };
}

describe('placeRecords', () => {
  it('follows links from record to record, whichever comes first', () => {
    const chain = [
      record('3', { ...review, ...to('2') }),
      record('2', { ...review, ...to('1') }),
      record('1', { caseUid: 'ZF' }),
    ];
    const placed = ['1 → ZF', '2 → ZF', '3 → ZF'];
    expect(place(chain)).toMatchObject({ placed, leftOut: [], links: ['1', '2', '3'] });
    expect(place(chain.toReversed())).toMatchObject({ placed });
  });

  it('writes no link twice', () => {
    expect(place([record('1', to('2'))], { links: [link('1', 'ZF'), link('2', 'ZF')] })).toEqual({
      placed: ['1 → ZF'],
      leftOut: [],
      links: [],
      conflicts: [],
    });
  });

  it('mints one case for records that name each other', () => {
    const pair = [record('1', to('2')), record('2', to('1'))];
    expect(place(pair)).toMatchObject({ placed: [], leftOut: ['1', '2'] });
    expect(place(pair, {}, true)).toMatchObject({ placed: ['1 → new1', '2 → new1'], leftOut: [] });
  });

  it('mints none for what another of the page takes along', () => {
    const page = [record('1'), record('2', { caseUid: 'ZF', ...to('1') })];
    expect(place(page)).toMatchObject({ placed: ['1 → ZF', '2 → ZF'] });
  });

  it('takes a caseUid over only from a record that makes a case, or if the case is there', () => {
    const carrying = record('1', { ...review, caseUid: 'ZF' });
    expect(place([carrying])).toMatchObject({ leftOut: ['1'] });
    expect(place([carrying], { caseUids: new Set(['ZF']) })).toMatchObject({ placed: ['1 → ZF'] });
    expect(place([carrying, record('2', { caseUid: 'ZF' })])).toMatchObject({ placed: ['1 → ZF', '2 → ZF'] });
  });

  it('goes by where the number is registered before what the record carries', () => {
    expect(place([record('1', { caseUid: 'ZF2' })], { links: [link('1', 'ZF1')] })).toMatchObject({
      placed: ['1 → ZF1'],
      conflicts: ['1 of ZF1 ← 1'],
    });
  });

  it('leaves a number where it is', () => {
    expect(place([record('1', { caseUid: 'ZF1', ...to('2') })], { links: [link('2', 'ZF2')] })).toMatchObject({
      placed: ['1 → ZF1'],
      links: ['1'],
      conflicts: ['2 of ZF2 ← 1'],
    });
  });

  it.each<[string, Partial<IngestedRecord>]>([
    ['carries', { caseUid: 'ZF' }],
    ['names', { ...review, ...to('2') }],
  ])('does not bring back a withdrawn link that the record %s', (_how, extra) => {
    const known = { links: [link('2', 'ZF')], withdrawn: [link('1', 'ZF')], caseUids: new Set(['ZF']) };
    expect(place([record('1', extra)], known, true)).toMatchObject({ placed: [], leftOut: ['1'], links: [] });
  });

  it('does not bring back a withdrawn link that another record names', () => {
    const known = { withdrawn: [link('1', 'ZF')] };
    expect(place([record('2', { caseUid: 'ZF', ...to('1') }), record('1', review)], known)).toMatchObject({
      placed: ['2 → ZF'],
      leftOut: ['1'],
      links: ['2'],
    });
  });
});
