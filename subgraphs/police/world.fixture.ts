import type { CitizenId } from '#schema/identifiers/kinds.ts';
import {
  at,
  BUREAU,
  counselOf,
  custody,
  document,
  handover,
  kept,
  measure,
  PROCURATORATE,
  party,
  transfer,
} from '#subgraphs/police/cases.fixture.ts';

/** Cases of the demo as the port gives them (WORLD 4.1), with what the tests need of each. */

export const NO_1 = 'A3799990000002025030001';
export const NO_2 = 'A3799990000002025060002';
export const NO_3 = 'A3799990000002025010003';
export const NO_4 = 'A3799990000002023070004';
export const NO_6 = 'A3799990000002025020006';
export const NO_10 = 'A3799990000002024110010';
export const NO_11 = 'A3799990000002024110011';

export const CASE_1 = kept(NO_1, {
  record: {
    status: 'TRANSFERRED_FOR_PROSECUTION',
    acceptedOn: '2025-03-02',
    filedOn: '2025-03-03',
    supplementRound: 1,
  },
  parties: [
    party({ displayName: '张拟甲', idNumber: '379999198506120130' as CitizenId, phone: '13900009901' }),
    party({
      partyKey: '3',
      displayName: '王拟丙',
      minorAtOffence: true,
      idNumber: '379999200803020152' as CitizenId,
      phone: '13900009903',
    }),
  ],
  measures: [
    measure('ARREST', at('2025-03-14', '15:20'), { limitOn: '2025-07-29', approvedBy: PROCURATORATE }),
    measure('DETENTION', at('2025-03-05', '14:00'), { limitOn: '2025-03-19', endedOn: '2025-03-14' }),
    measure('BAIL', at('2025-03-14', '16:30'), { partyKey: '3', limitOn: '2026-03-14' }),
  ],
  custodies: [custody(NO_1, { heldFor: 'COURT-379999', limitFrom: '2025-05-29', limitTo: '2025-07-29' })],
  documents: [document('WS1')],
  transfers: [
    transfer('ARREST_REQUEST', '2025-03-07', { partyKeys: ['1', '3'] }),
    transfer('PROSECUTION_REFERRAL', '2025-04-07', { partyKeys: ['1', '3'] }),
    transfer('SUPPLEMENT_RETURN', '2025-04-21', { round: 1 }),
    transfer('SUPPLEMENT_RESUBMIT', '2025-05-06', { round: 1 }),
  ],
});

export const CASE_2 = kept(NO_2, {
  facts: { counsel: [counselOf('1')] },
  record: { acceptedOn: '2025-06-03', filedOn: '2025-06-04' },
  parties: [party({ displayName: '周拟庚' }), party({ partyKey: '2', displayName: '吴拟辛' })],
  measures: [
    measure('DETENTION', at('2025-06-05'), { limitOn: '2025-06-19', endedOn: '2025-06-15', documentKey: 'WS1' }),
    measure('ARREST', at('2025-06-15', '16:00'), { limitOn: '2025-08-15' }),
    measure('DETENTION', at('2025-06-05'), { partyKey: '2', limitOn: '2025-06-19', endedOn: '2025-06-15' }),
  ],
  custodies: [custody(NO_2, { heldFor: BUREAU, limitFrom: '2025-06-15', limitTo: '2025-08-15' })],
  documents: [document('WS1')],
  transfers: [transfer('ARREST_REQUEST', '2025-06-09', { partyKeys: ['1', '2'] })],
});

const OUTLINE = {
  ...document('JCWSS2025379999000013-02', { issuer: PROCURATORATE, issuedOn: '2025-05-30', title: '补充侦查提纲' }),
  code: { scheme: 'DOCUMENT-CATALOGUE', code: 'JC-02', name: '补充侦查提纲' },
  number: '虚检补侦〔2025〕5号',
};
const { issuer: _issuer, sealed: _sealed, deliveries: _deliveries, ...OUTLINE_IN_PACKAGE } = OUTLINE;

export const CASE_3 = kept(NO_3, {
  facts: {
    assignments: [
      { staffNo: 'GA0001', function: 'INVESTIGATOR' },
      { staffNo: 'GA0003', function: 'LEGAL_REVIEWER' },
    ],
  },
  record: {
    status: 'SUPPLEMENTING',
    supplementRound: 2,
    linkedNumbers: [
      { kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000013号' as never, raw: '…' },
      { kind: 'COURT_CASE_NO', number: null, raw: 'unreadable' },
    ],
  },
  parties: [party()],
  measures: [
    measure('DETENTION', at('2025-01-07'), { limitOn: '2025-01-21', endedOn: '2025-01-16' }),
    measure('ARREST', at('2025-01-16', '14:30'), { limitOn: '2025-05-30' }),
  ],
  custodies: [custody(NO_3, { handovers: [handover('HY2', '2025-05-30'), handover('HY1', '2025-03-31', true)] })],
  documents: [document('WS4'), OUTLINE],
  transfers: [
    transfer('PROSECUTION_REFERRAL', '2025-03-03'),
    transfer('SUPPLEMENT_RETURN', '2025-03-31', { round: 1 }),
    transfer('SUPPLEMENT_RESUBMIT', '2025-04-30', { round: 1 }),
    transfer('SUPPLEMENT_RETURN', '2025-05-30', { round: 2, status: 'ACCEPTED', documents: [OUTLINE_IN_PACKAGE] }),
    transfer('SUPPLEMENT_RESUBMIT', '2025-06-16', { round: 2, status: 'DRAFT', sentAt: null, receivedAt: null }),
  ],
});

export const CASE_4 = kept(NO_4, { facts: { sealed: true }, parties: [party({ displayName: '冯拟子' })] });

const HIDDEN = { protectedIdentity: true, idNumber: null, phone: null, sex: null, minorAtOffence: null } as const;
export const CASE_6 = kept(NO_6, {
  record: { status: 'TRANSFERRED_FOR_PROSECUTION' },
  parties: [
    party({ displayName: '卫拟戊' }),
    party({ ...HIDDEN, partyKey: '2', role: 'VICTIM', legalStatus: 'NOT_APPLICABLE', displayName: '被害人甲' }),
  ],
  measures: [measure('RESIDENTIAL_SURVEILLANCE', at('2025-02-20', '11:00'), { limitOn: '2025-08-20' })],
});

const ZHAO = { assignments: [{ staffNo: 'GA0002', function: 'INVESTIGATOR' as const }] };
export const CASE_10 = kept(NO_10, { facts: ZHAO, record: { acceptedOn: '2024-11-18', filedOn: '2024-11-19' } });
export const CASE_10_JOINED = kept(NO_11, { facts: ZHAO, record: { acceptedOn: '2024-11-22' } });
export const WORLD = [CASE_1, CASE_2, CASE_3, CASE_4, CASE_6, CASE_10, CASE_10_JOINED];
