import { describe, expect, it } from '@jest/globals';
import type { CourtCaseRecord } from '#adapters/systems/court-12368/port.ts';
import { appealRuns } from '#subgraphs/court/deadlines/appeal.ts';
import { copyRuns } from '#subgraphs/court/deadlines/copy.ts';
import { feeRuns } from '#subgraphs/court/deadlines/fee.ts';
import type { CaseMaterial } from '#subgraphs/court/deadlines/material.ts';
import { noticeRuns } from '#subgraphs/court/deadlines/notice.ts';
import { trialRuns } from '#subgraphs/court/deadlines/trial.ts';
import { document, file, hearing, party, served } from '#subgraphs/court/files.fixture.ts';
import { type DeadlineRun, ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';

const TODAY = '2025-06-16';
const CRIMINAL = '（2025）鲁9999刑初1号';
const material = (number: string, parts: Parameters<typeof file>[2] = {}): CaseMaterial => file(0, number, parts);
const shown = (runs: readonly DeadlineRun[]) =>
  runs.map((run) => {
    const row = ownerDeadline(run, TODAY);
    return row && `${row.code} ${row.partyKey} ${row.dueOn} ${row.state}`;
  });

describe('the trial limit', () => {
  it.each<[string, string, Partial<CourtCaseRecord>, readonly string[]]>([
    ['of a summary trial', CRIMINAL, { procedure: 'SUMMARY' }, ['CR-TRIAL null 2025-06-23 RUNNING']],
    ['of a trial of unknown procedure', CRIMINAL, {}, ['CR-TRIAL null 2025-08-04 RUNNING']],
    ['of small claims', '（2025）鲁9999民初1号', { procedure: 'SMALL_CLAIMS' }, ['CV-TRIAL null 2025-08-04 RUNNING']],
    ['not of a procedure that its kind of trial has not', CRIMINAL, { procedure: 'SMALL_CLAIMS' }, []],
    ['stands in a suspended trial', CRIMINAL, { status: 'SUSPENDED' }, ['CR-TRIAL null 2025-08-04 STOPPED']],
    ['not of one that ended nobody knows when', CRIMINAL, { status: 'JUDGED' }, []],
    ['not of one that was not docketed', CRIMINAL, { docketedOn: null }, []],
    ['not of a mediation', '（2025）鲁9999诉前调1号', {}, []],
    ['not of a civil appeal', '（2025）鲁99民终1号', {}, []],
  ])('%s', (_what, number, record, expected) => {
    const runs = trialRuns(material(number, { record: { docketedOn: '2025-06-03', ...record } }), TODAY);
    expect(shown(runs)).toEqual(expected);
  });

  it.each([
    ['裁定书', '（2025）鲁99刑终1号', ['CR-2ND null 2025-08-04 MET']],
    ['裁定书', CRIMINAL, []],
    ['判决书', CRIMINAL, ['CR-TRIAL null 2025-08-04 MET']],
  ])('%s ends the trial %s', (name, number, expected) => {
    const issuer = number.includes('鲁99刑') ? 'COURT-3799' : 'COURT-379999';
    const documents = [document('J', 'FY-02', name, { issuer, issuedOn: '2025-06-10' })];
    const judged = material(number, { record: { docketedOn: '2025-06-03', status: 'JUDGED' }, documents });
    expect(shown(trialRuns(judged, TODAY))).toEqual(expected);
  });

  it.each([
    ['2025-08-03', true],
    ['2025-08-04', false],
    [null, false],
    ['2025-09-03', false],
  ])('that ends by law on a day off is reckoned as custody where the court says %s: %s', (trialLimitOn, held) => {
    const [run] = trialRuns(material(CRIMINAL, { record: { docketedOn: '2025-06-03', trialLimitOn } }), TODAY);
    expect(run?.held).toBe(held);
  });
});

it.each([
  ['2025-06-23', 'DUE_SOON'],
  ['2025-06-24', 'RUNNING'],
])('a trial limit of %s, which somebody in custody would have too, is %s for a week', (trialLimitOn, state) => {
  const docketedOn = trialLimitOn.replace('-06-', '-04-');
  const runs = trialRuns(material(CRIMINAL, { record: { docketedOn, trialLimitOn } }), '2025-06-17');
  expect(runs.map((run) => ownerDeadline(run, '2025-06-17')?.state)).toEqual([state]);
});

describe('copies of the indictment', () => {
  const indictment = (...deliveries: ReturnType<typeof served>[]) =>
    document('I', 'JC-03', '起诉书', { issuer: 'PROC-379999', deliveries });
  const heardAt = (startsAt: string, documents = [indictment()], procedure: CourtCaseRecord['procedure'] = null) =>
    material(CRIMINAL, {
      ...{ record: { procedure }, documents, hearings: [hearing('H', startsAt, '第一法庭')] },
      parties: [party('1', 'SUSPECT_OR_DEFENDANT', '甲'), party('2', 'VICTIM', '乙')],
    });

  it.each<[string, CaseMaterial, readonly string[]]>([
    ['not served yet', heardAt('2025-06-24T09:00:00'), ['CR-COPY 1 2025-06-14 OVERDUE']],
    [
      'served, after a try that failed',
      heardAt('2025-06-24T09:00:00', [
        indictment(served('1', '甲', '2025-06-10T09:00:00', false), served('1', '甲', '2025-06-13T09:00:00')),
      ]),
      ['CR-COPY 1 2025-06-14 MET'],
    ],
    [
      'served late',
      heardAt('2025-06-24T09:00:00', [indictment(served('1', '甲', '2025-06-15T09:00:00'))]),
      ['CR-COPY 1 2025-06-14 STOPPED'],
    ],
    [
      'ten days before the trial, not before a conference',
      {
        ...heardAt('2025-06-24T09:00:00'),
        hearings: [
          hearing('C', '2025-06-20T09:00:00', '第一法庭', '庭前会议'),
          hearing('H', '2025-06-30T09:00:00', '第一法庭'),
        ],
      },
      ['CR-COPY 1 2025-06-20 RUNNING'],
    ],
    ['nothing is said of a hearing that was held', heardAt('2025-06-13T09:00:00'), []],
    [
      'nor where the court has another paper of the prosecution',
      heardAt('2025-06-24T09:00:00', [document('N', 'JC-03', '量刑建议书', { issuer: 'PROC-379999' })]),
      [],
    ],
    ['nor where the court has no indictment', heardAt('2025-06-24T09:00:00', []), []],
    ['nor in a summary trial', heardAt('2025-06-24T09:00:00', [indictment()], 'SUMMARY'), []],
  ])('%s', (_what, copied, expected) => {
    expect(shown(copyRuns(copied, TODAY))).toEqual(expected);
  });
});

it.each([
  ['2025-06-18T09:00:00', 'CR-NOTICE 1 2025-06-15 OVERDUE'],
  ['2025-06-13T09:00:00', 'CR-NOTICE 1 2025-06-10 STOPPED'],
])('a notice that was not served, of a hearing at %s', (startsAt, expected) => {
  const notices = [{ hearingUid: 'H', partyKey: '1', document: null, dueOn: null, servedAt: null }];
  const told = material(CRIMINAL, { notices, hearings: [hearing('H', startsAt, '第一法庭')] });
  expect(shown(noticeRuns(told))).toEqual([expected]);
});

it.each([
  ['2025-06-10T09:00:00', '（2025）鲁9999民初1号', ['CV-APPEAL 1 2025-06-25 RUNNING']],
  ['2025-06-10T09:00:00', '（2025）鲁99民终1号', []],
  ['2025-05-10T09:00:00', '（2025）鲁9999民初1号', ['CV-APPEAL 1 2025-05-26 STOPPED']],
])('the time to appeal against a judgment that was served at %s in %s', (at, number, expected) => {
  const documents = [document('J', 'FY-02', '判决书', { deliveries: [served('1', '甲', at), served('3', '丙', at)] })];
  const parties = [party('1', 'PLAINTIFF', '甲'), party('2', 'DEFENDANT', '乙'), party('3', 'WITNESS', '丙')];
  expect(shown(appealRuns(material(number, { documents, parties }), TODAY))).toEqual(expected);
});

it.each([
  ['裁定书', 'COURT-379999'],
  ['判决书', 'COURT-439999'],
])('there is none against a %s of %s', (name, issuer) => {
  const documents = [document('J', 'FY-02', name, { issuer, deliveries: [served('1', '甲', '2025-06-10T09:00:00')] })];
  const judged = material('（2025）鲁9999民初1号', { documents, parties: [party('1', 'PLAINTIFF', '甲')] });
  expect(appealRuns(judged, TODAY)).toEqual([]);
});

it('a fee runs while it is open', () => {
  const fee = { noticeNo: 'F', amountFen: 1, noticedOn: '2025-06-03', dueOn: null, payerPartyKey: '1' };
  const fees = (['UNPAID', 'PAID', 'WAIVED', 'OVERDUE'] as const).map((state) => ({ ...fee, state }));
  expect(shown(feeRuns(material('（2025）鲁9999民初1号', { fees })))).toEqual([
    'CV-FEE 1 2025-06-10 OVERDUE',
    'CV-FEE 1 2025-06-10 OVERDUE',
  ]);
});
