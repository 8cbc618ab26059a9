import { held } from '#auth/decisions/facts.fixture.ts';
import type { Assignment, KnownFacts } from '#auth/decisions/facts.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import type { Department } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { Purpose } from '#schema/purposes.ts';

/** The demo's users as their tokens tell of them (WORLD 3): roles, agency, staff or licence number, purpose. */
const USERS: Readonly<Record<string, [string | readonly string[], string | null, string | null, Purpose]>> = {
  'police.wang': ['police.investigator', 'POLICE-379999', 'GA0001', 'HANDLE_CASE'],
  'police.zhao': ['police.investigator', 'POLICE-379999', 'GA0002', 'HANDLE_CASE'],
  'police.fa': ['police.legal_reviewer', 'POLICE-379999', 'GA0003', 'SUPERVISE_CASE'],
  'police.liu': ['police.investigator', 'POLICE-439999', 'GB0001', 'HANDLE_CASE'],
  'detention.ma': ['police.detention_officer', 'DETENTION-379999', 'KS0001', 'HANDLE_CASE'],
  'proc.li': [
    ['procuratorate.prosecutor', 'procuratorate.juvenile_prosecutor'],
    'PROC-379999',
    'JC0001',
    'HANDLE_CASE',
  ],
  'proc.chen': [
    ['procuratorate.prosecutor', 'procuratorate.juvenile_prosecutor'],
    'PROC-379999',
    'JC0002',
    'HANDLE_CASE',
  ],
  'proc.intake': ['procuratorate.case_manager', 'PROC-379999', 'JC0003', 'HANDLE_CASE'],
  'proc.12309': ['procuratorate.hotline_12309', 'PROC-379999', 'JC0004', 'SERVE_PARTY'],
  'court.lin': ['court.judge', 'COURT-379999', 'FY0001', 'HANDLE_CASE'],
  'court.zhou': ['court.judge', 'COURT-379999', 'FY0002', 'HANDLE_CASE'],
  'court.clerk': ['court.clerk', 'COURT-379999', 'FY0003', 'HANDLE_CASE'],
  'court.12368': ['court.hotline_12368', 'COURT-379999', 'FY0004', 'SERVE_PARTY'],
  'legalaid.sun': ['justice.legal_aid_officer', 'LEGALAID-379999', 'FA0001', 'LEGAL_AID'],
  'mediator.gao': ['justice.mediator', 'MEDIATION-379999', 'TJ0001', 'SERVE_PARTY'],
  'correction.tang': ['justice.correction_officer', 'CORRECTION-379999', 'SJ0001', 'CORRECTION'],
  'notary.qian': ['notary.notary', 'NOTARY-32379999FAKE6NTY35', 'GZ0001', 'SERVE_PARTY'],
  'lawyer.he': ['lawyer.defence', '31379999FAKE5LAW5B', null, 'DEFEND'],
  'party.zheng': ['party', null, null, 'SERVE_PARTY'],
  'party.hua': ['party', null, null, 'SERVE_PARTY'],
  'police.head': ['police.head', 'POLICE-379999', 'GA0010', 'SUPERVISE_CASE'],
  'proc.head': ['procuratorate.head', 'PROC-379999', 'JC0010', 'SUPERVISE_CASE'],
  'court.head': ['court.head', 'COURT-379999', 'FY0010', 'SUPERVISE_CASE'],
  'coordinator.wu': ['coordination.coordinator', 'COORD-379999', 'ZF0001', 'STATISTICS'],
  'officer.security': ['platform.security_officer', null, 'PT0001', 'AUDIT_SECURITY'],
  'officer.audit': ['platform.auditor', null, 'PT0003', 'AUDIT_SECURITY'],
  'officer.system': ['platform.system_administrator', null, 'PT0004', 'AUDIT_SECURITY'],
  'court.bulk': ['court.judge', 'COURT-379999', 'FY0009', 'HANDLE_CASE'],
  'proc.bulk': ['procuratorate.prosecutor', 'PROC-379999', 'JC0009', 'HANDLE_CASE'],
  'police.bulk': ['police.investigator', 'POLICE-379999', 'GA0009', 'HANDLE_CASE'],
};
export const USER_NAMES = Object.keys(USERS);
const LICENCES: Readonly<Record<string, string>> = { 'lawyer.he': '13799202010999001' };

/** A user of the demo, with the purpose that is theirs unless the test gives another. */
export function user(
  name: string,
  given?: Purpose | null,
): { readonly principal: Principal; readonly purpose: Purpose | null } {
  const [roles, agency, staffNo, purpose] = USERS[name] ?? [[], null, null, 'HANDLE_CASE'];
  const principal = {
    issuer: 'https://issuer.test/realms/zhengfa',
    username: name,
    subject: `sub-of-${name}`,
    roles: new Set(typeof roles === 'string' ? [roles] : roles),
    agency,
    staffNo,
    licenceNo: LICENCES[name] ?? null,
  };
  return { principal, purpose: given === undefined ? purpose : given };
}

interface DemoCase {
  readonly stage: Stage;
  readonly records: readonly KnownFacts[];
  /** Users who are parties, by what the registry knows of accounts. */
  readonly parties?: readonly string[];
}

function record(
  department: Department,
  agencyCode: string,
  recordNo: string,
  assignments: readonly Assignment[],
  more: Partial<KnownFacts> = {},
): KnownFacts {
  const open = { sealed: false, labelled: false, recusedStaffNos: [], live: true };
  return { department, agencyCode, recordNo, assignments, ...open, ...more };
}

const police = (recordNo: string, ...assignments: Assignment[]) =>
  record('POLICE', 'POLICE-379999', recordNo, assignments);
const review = (recordNo: string, ...assignments: Assignment[]) =>
  record('PROCURATORATE', 'PROC-379999', recordNo, [held('JC0003', 'CASE_MANAGER'), ...assignments]);
const court = (recordNo: string, ...assignments: Assignment[]) =>
  record('COURT', 'COURT-379999', recordNo, assignments);
const aid = (recordNo: string) =>
  record('JUSTICE', 'LEGALAID-379999', recordNo, [held('LEGALAID-379999', 'LEGAL_AID_INSTITUTION', recordNo)]);
const centre = (partyKey: string) => held('DETENTION-379999', 'DETENTION_CENTRE', partyKey);
const counsel = (partyKey: string) => held('13799202010999001', 'COUNSEL', partyKey);
const [WANG, ZHAO, FA] = [
  held('GA0001', 'INVESTIGATOR'),
  held('GA0002', 'INVESTIGATOR'),
  held('GA0003', 'LEGAL_REVIEWER'),
];
const [LI, CHEN] = [held('JC0001', 'PROSECUTOR'), held('JC0002', 'PROSECUTOR')];
const [LIN, CLERK, ZHOU] = [
  held('FY0001', 'PRESIDING_JUDGE'),
  held('FY0003', 'CLERK'),
  held('FY0002', 'PRESIDING_JUDGE'),
];
const GAO = held('TJ0001', 'MEDIATOR');

/** What the departments say of the demo's cases (WORLD 4), by the case's number there; `0` is the labelled record. */
export const DEMO_CASES: Readonly<Record<number, DemoCase>> = {
  0: {
    stage: 'INVESTIGATION',
    records: [record('POLICE', 'POLICE-379999', 'A3799990000002025050099', [WANG], { labelled: true })],
  },
  1: {
    stage: 'FIRST_INSTANCE',
    records: [
      police('A3799990000002025030001', WANG, centre('A3799990000002025030001#1')),
      review('虚检刑捕受〔2025〕379999000001号', LI),
      review('虚检刑诉受〔2025〕379999000011号', LI, counsel('虚检刑诉受〔2025〕379999000011号#1')),
      court('（2025）鲁9999刑初999901号', LIN, CLERK, counsel('（2025）鲁9999刑初999901号#1')),
      aid('LA-2025-000001'),
      aid('LA-2025-000002'),
    ],
  },
  2: {
    stage: 'INVESTIGATION',
    records: [
      police(
        'A3799990000002025060002',
        WANG,
        centre('A3799990000002025060002#1'),
        counsel('A3799990000002025060002#1'),
      ),
      review('虚检刑捕受〔2025〕379999000002号', CHEN, counsel('虚检刑捕受〔2025〕379999000002号#1')),
    ],
  },
  3: {
    stage: 'PROSECUTION_REVIEW',
    records: [
      police('A3799990000002025010003', WANG, FA, centre('A3799990000002025010003#1')),
      review('虚检刑诉受〔2025〕379999000013号', LI),
      aid('LA-2025-000003'),
    ],
  },
  4: {
    stage: 'EXECUTION',
    records: [
      { ...police('A3799990000002023070004', WANG), sealed: true },
      { ...review('虚检刑诉受〔2024〕379999000004号', LI), sealed: true },
      { ...court('（2024）鲁9999刑初999904号', ZHOU, LIN), sealed: true },
    ],
  },
  5: {
    stage: 'FIRST_INSTANCE',
    records: [court('（2025）鲁9999民初999905号', LIN, CLERK), court('（2025）鲁9999诉前调999915号', GAO)],
    parties: ['party.zheng', 'party.hua'],
  },
  6: {
    stage: 'PROSECUTION_REVIEW',
    records: [police('A3799990000002025020006', WANG), review('虚检刑诉受〔2025〕379999000016号', LI)],
  },
  7: {
    stage: 'INVESTIGATION',
    records: [police('A3799990000002025050007', WANG), review('虚检刑捕受〔2025〕379999000007号', CHEN)],
  },
  8: { stage: 'CLOSED', records: [court('（2014）虚民初字第123号', ZHOU)] },
  9: {
    stage: 'FIRST_INSTANCE',
    records: [
      police('A3799990000002025020009'),
      review('虚检刑诉受〔2025〕379999000009号'),
      { ...court('（2025）鲁9999刑初999909号', ZHOU, held('FY0001', 'JUDGE')), recusedStaffNos: ['FY0001'] },
    ],
  },
  10: {
    stage: 'SECOND_INSTANCE',
    records: [
      police('A3799990000002024110010', ZHAO),
      police('A3799990000002024110011', ZHAO),
      review('虚检刑诉受〔2025〕379999000010号', LI),
      court('（2025）鲁9999刑初999910号', ZHOU),
      record('COURT', 'COURT-3799', '（2025）鲁99刑终999920号', []),
    ],
  },
  11: {
    stage: 'INVESTIGATION',
    records: [record('POLICE', 'POLICE-439999', 'A4399990000002025040011', [held('GB0001', 'INVESTIGATOR')])],
  },
  12: {
    stage: 'EXECUTION',
    records: [
      police('A3799990000002025010012', ZHAO),
      review('虚检刑诉受〔2025〕379999000012号', LI),
      court('（2025）鲁9999刑初999912号', ZHOU),
    ],
  },
  13: { stage: 'INVESTIGATION', records: [police('A3799990000002025040013', ZHAO), review('T-2025-000013')] },
  14: {
    stage: 'ACCEPTANCE',
    records: [court('（2025）鲁9999诉前调999914号', GAO)],
    parties: ['party.zheng', 'party.hua'],
  },
};

/** What is known of a case when this user asks: the departments' facts, and what the registry knows of the user's account. */
export function factsFor(name: string, caseNo: number): { records: readonly KnownFacts[]; stage: Stage } {
  const found = DEMO_CASES[caseNo];
  if (found === undefined) throw new Error(`the demo has no case ${caseNo}`);
  const { stage, records, parties = [] } = found;
  if (!parties.includes(name)) return { stage, records };
  const own = held(user(name).principal.subject, 'PARTY', `PT-${name}`);
  return { stage, records: [...records, record('PLATFORM', 'PLATFORM', `ZF-2025-00000${caseNo}`, [own])] };
}
