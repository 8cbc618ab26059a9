import { describe, expect, it } from '@jest/globals';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';
import { answersTo } from '#subgraphs/kit/transfer-answers.ts';

const [POLICE, OFFICE, COURT] = ['POLICE-379999', 'PROC-379999', 'COURT-379999'];
/** Which way each kind goes. */
const WAYS: Readonly<Partial<Record<TransferKind, readonly [string, string]>>> = {
  ARREST_DECISION: [OFFICE, POLICE],
  SUPPLEMENT_RETURN: [OFFICE, POLICE],
  PROSECUTION: [OFFICE, COURT],
  COURT_RETURN: [COURT, OFFICE],
};

/** A hand-over of a day of 2025, named by its kind, round and day. */
function on(day: string, kind: TransferKind, round: number | null = null, override: Partial<OwnerTransfer> = {}) {
  const [from, to] = WAYS[kind] ?? [POLICE, OFFICE];
  const transferUid = [kind, ...(round === null ? [] : [round]), day].join(' ');
  return {
    ...{ transferUid, kind, status: 'COMPLETED', round, from, to },
    ...{ sentAt: `2025-${day}T09:00:00+08:00`, receivedAt: `2025-${day}T10:00:00+08:00` },
    ...{ partyKeys: [], documents: [], checklist: [], replaces: null },
    ...override,
  } satisfies OwnerTransfer;
}

/** What answers what among these, by their names. */
const answers = (...all: OwnerTransfer[]) =>
  Object.fromEntries(
    all
      .map((each) => [each.transferUid, answersTo(each, all).map(({ transferUid }) => transferUid)] as const)
      .filter(([, found]) => found.length > 0),
  );

const TWICE_RETURNED = [
  on('03-03', 'PROSECUTION_REFERRAL'),
  on('03-31', 'SUPPLEMENT_RETURN', 1),
  on('04-30', 'SUPPLEMENT_RESUBMIT', 1),
  on('05-30', 'SUPPLEMENT_RETURN', 2),
];

it('case 3: each return by the resubmission of its round, each submission by the next return', () => {
  expect(answers(...TWICE_RETURNED)).toEqual({
    'PROSECUTION_REFERRAL 03-03': ['SUPPLEMENT_RETURN 1 03-31'],
    'SUPPLEMENT_RETURN 1 03-31': ['SUPPLEMENT_RESUBMIT 1 04-30'],
    'SUPPLEMENT_RESUBMIT 1 04-30': ['SUPPLEMENT_RETURN 2 05-30'],
  });
  expect(answers(...TWICE_RETURNED.toReversed())).toEqual(answers(...TWICE_RETURNED));
});

it('an arrest request by its decisions, those by their receipts', () => {
  const decisions = [on('03-14', 'ARREST_DECISION'), on('03-15', 'ARREST_DECISION')];
  const request = on('03-07', 'ARREST_REQUEST');
  expect(answers(...decisions.toReversed(), request, on('03-17', 'ARREST_EXECUTION_RECEIPT'))).toEqual({
    'ARREST_REQUEST 03-07': ['ARREST_DECISION 03-14', 'ARREST_DECISION 03-15'],
    'ARREST_DECISION 03-15': ['ARREST_EXECUTION_RECEIPT 03-17'],
  });
});

it('a second request by the second decision: it is a review of its own (DOMAIN 2.3)', () => {
  const first = [on('03-07', 'ARREST_REQUEST'), on('03-14', 'ARREST_DECISION')];
  expect(answers(...first, on('04-07', 'ARREST_REQUEST'), on('04-14', 'ARREST_DECISION'))).toEqual({
    'ARREST_REQUEST 03-07': ['ARREST_DECISION 03-14'],
    'ARREST_REQUEST 04-07': ['ARREST_DECISION 04-14'],
  });
});

it('a prosecution by the court’s return', () => {
  expect(answers(on('05-28', 'PROSECUTION'), on('06-03', 'COURT_RETURN'))).toEqual({
    'PROSECUTION 05-28': ['COURT_RETURN 06-03'],
  });
});

describe('nothing answers', () => {
  const returned = on('03-31', 'SUPPLEMENT_RETURN', 1);
  it.each<[string, OwnerTransfer, OwnerTransfer]>([
    ['a resubmission of another round', returned, on('04-30', 'SUPPLEMENT_RESUBMIT', 2)],
    ['one that does not say its round', returned, on('04-30', 'SUPPLEMENT_RESUBMIT')],
    ['a return that does not say its round', on('03-31', 'SUPPLEMENT_RETURN'), on('04-30', 'SUPPLEMENT_RESUBMIT')],
    ['one from before', returned, on('03-30', 'SUPPLEMENT_RESUBMIT', 1)],
    ['one to another agency', returned, on('04-30', 'SUPPLEMENT_RESUBMIT', 1, { to: 'PROC-439999' })],
    ['one from another agency', returned, on('04-30', 'SUPPLEMENT_RESUBMIT', 1, { from: 'POLICE-439999' })],
    ['one that is not sent yet', returned, on('04-30', 'SUPPLEMENT_RESUBMIT', 1, { status: 'SIGNED', sentAt: null })],
    ['one rejected for its form', returned, on('04-30', 'SUPPLEMENT_RESUBMIT', 1, { status: 'FORM_REJECTED' })],
    ['a cancelled one', { ...returned, status: 'CANCELLED' }, on('04-30', 'SUPPLEMENT_RESUBMIT', 1)],
    ['a first return for the second time', on('03-03', 'PROSECUTION_REFERRAL'), on('05-30', 'SUPPLEMENT_RETURN', 2)],
    ['a prosecution: it goes to the court', on('03-03', 'PROSECUTION_REFERRAL'), on('05-28', 'PROSECUTION')],
  ])('%s', (_what, asked, other) => {
    expect(answers(asked, other)).toEqual({});
  });
});
