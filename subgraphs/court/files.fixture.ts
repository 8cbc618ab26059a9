import type {
  CourtCaseFacts,
  CourtCaseRecord,
  CourtOfficer,
  CourtPartyRecord,
  FeeRecord,
  FiledRepresentation,
  HearingNoticeRecord,
  HearingRecord,
  IngestedCourtCase,
} from '#adapters/systems/court-12368/port.ts';
import type { DeliveryRecord, DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { AcceptanceNo, CaseUid, CitizenId, CourtCaseNo, LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/** One record of 12368, with all that its port answers of it. */
export interface CourtFile {
  /** Of WORLD 4. */
  readonly caseNo: number;
  /** `listedFor`: whose calendar holds the hearings, recused or not. */
  readonly facts: CourtCaseFacts & { readonly listedFor: readonly string[] };
  readonly record: CourtCaseRecord;
  readonly parties: readonly CourtPartyRecord[];
  readonly hearings: readonly HearingRecord[];
  readonly notices: readonly HearingNoticeRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly representations: readonly FiledRepresentation[];
  readonly fees: readonly FeeRecord[];
  readonly caseUid: CaseUid | null;
  readonly linkedNumbers: IngestedCourtCase['linkedNumbers'];
}

type Parts = Partial<Omit<CourtFile, 'record' | 'facts'>> & {
  readonly record?: Partial<CourtCaseRecord>;
  readonly facts?: Partial<CourtFile['facts']>;
};

export function file(caseNo: number, number: string, { record, facts, ...parts }: Parts = {}): CourtFile {
  const courtCaseNo = number as CourtCaseNo;
  const agencyCode = number.includes('鲁99刑') ? 'COURT-3799' : 'COURT-379999';
  const none = { hearings: [], notices: [], documents: [], representations: [], fees: [], linkedNumbers: [] };
  return {
    ...{ caseNo, parties: [], caseUid: null, ...none, ...parts },
    facts: {
      ...{ courtCaseNo, agencyCode, sealed: false, labelled: false, assignments: [], recusedStaffNos: [], counsel: [] },
      ...{ listedFor: facts?.assignments?.map(({ staffNo }) => staffNo) ?? [] },
      ...facts,
    },
    record: {
      ...{ courtCaseNo, rawNumber: number, agencyCode, status: 'DOCKETED', procedure: null, cause: null },
      ...{ docketedOn: null, trialLimitOn: null, effectiveOn: null, precededBy: null },
      ...{ panel: [], clerk: null, mediator: null },
      ...record,
    },
  };
}

export function party(partyKey: string, role: PartyRole, displayName: string, idNumber: string | null = null) {
  const isDefendant = role === 'SUSPECT_OR_DEFENDANT';
  return {
    ...{ partyKey, role, displayName, idNumber: idNumber as CitizenId | null, phone: null, sex: null },
    legalStatus: isDefendant ? 'DEFENDANT' : 'NOT_APPLICABLE',
    minorAtOffence: isDefendant ? false : null,
    protectedIdentity: false,
  } as const satisfies CourtPartyRecord;
}

export function hearing(hearingUid: string, startsAt: string, room: string, name = '开庭审理'): HearingRecord {
  return { hearingUid, kind: { scheme: 'LOCAL', code: name, name }, startsAt: `${startsAt}+08:00`, room, open: true };
}

export function document(
  documentKey: string,
  code: string,
  name: string,
  more: Partial<DocumentRecord> = {},
): DocumentRecord {
  return {
    ...{ documentKey, code: { scheme: 'DOCUMENT-CATALOGUE', code, name }, title: name, number: null },
    ...{ issuer: 'COURT-379999', issuedOn: null, sealed: true, signatureValid: true, digest: null, deliveries: [] },
    ...more,
  };
}

export function served(partyKey: string, to: string, at: string, ok = true): DeliveryRecord {
  const method = { scheme: 'LOCAL', code: '1', name: '直接送达' };
  return { agencyCode: null, partyKey, to, method, servedAt: `${at}+08:00`, ok };
}

const officer = (staffNo: string, displayName: string, title: string): CourtOfficer => ({
  staffNo,
  displayName,
  title,
});
const LIN = officer('FY0001', '林拟审', '审判长');
const ZHOU = officer('FY0002', '周拟衡', '审判长');
const CLERK = officer('FY0003', '苏拟录', '书记员');
const GAO = officer('TJ0001', '高拟和', '调解员');
const presiding = (staffNo: string) => ({ staffNo, function: 'PRESIDING_JUDGE' }) as const;
const CLERKED = { staffNo: 'FY0003', function: 'CLERK' } as const;
const MEDIATED = { staffNo: 'TJ0001', function: 'MEDIATOR' } as const;

const CASE_10 = '（2025）鲁9999刑初999910号';
const zheng = (role: PartyRole) => ({ ...party('1', role, '郑拟寅', '379999198304250287'), phone: '13900009941' });
const hua = (role: PartyRole) => ({ ...party('2', role, '华拟卯', '449999197601300117'), phone: '13900009942' });
const copies = ['09:30:00'].flatMap((time) => [
  served('1', '张拟甲', `2025-06-13T${time}`),
  served('2', '李拟乙', `2025-06-13T${time}`),
  served('3', '王拟丙', `2025-06-13T${time}`),
]);
const summonsOf = (key: string) => document(key, 'FY-01', '传票', { issuedOn: '2025-06-12' });
const noticeOf = (
  hearingUid: string,
  partyKey: string,
  key: string,
  dueOn: string | null,
  servedAt: string | null,
) => ({
  ...{ hearingUid, partyKey, document: summonsOf(key), dueOn, servedAt },
});

/** The court's records of WORLD's cases 1, 5, 8, 9, 10, 12 and 14, as far as WORLD 4.1 fixes them. */
export const FILES: readonly CourtFile[] = [
  file(1, '（2025）鲁9999刑初999901号', {
    facts: {
      assignments: [presiding('FY0001'), CLERKED],
      counsel: [{ licenceNo: '13799202010999001' as LawyerLicenceNo, partyKey: '1' }],
    },
    record: {
      ...{ status: 'SCHEDULED', procedure: 'ORDINARY', docketedOn: '2025-05-29', trialLimitOn: '2025-07-29' },
      ...{ cause: { scheme: 'LOCAL', code: 'X0264', name: '盗窃罪' }, panel: [LIN], clerk: CLERK },
    },
    parties: [
      { ...party('1', 'SUSPECT_OR_DEFENDANT', '张拟甲', '379999198506120130'), phone: '13900009901' },
      { ...party('2', 'SUSPECT_OR_DEFENDANT', '李拟乙', '379999199208180164'), phone: '13900009902' },
      {
        ...party('3', 'SUSPECT_OR_DEFENDANT', '王拟丙', '379999200803020152'),
        phone: '13900009903',
        minorAtOffence: true,
      },
      { ...party('4', 'VICTIM', '赵拟丁', '159999199505240185'), phone: '13900009904' },
    ],
    hearings: [{ ...hearing('KT-1', '2025-06-24T09:00:00', '第三法庭'), open: false }],
    notices: [
      noticeOf('KT-1', '1', 'S-1', '2025-06-21', '2025-06-13T09:40:00+08:00'),
      noticeOf('KT-1', '2', 'S-2', '2025-06-21', '2025-06-13T10:10:00+08:00'),
      noticeOf('KT-1', '3', 'S-3', '2025-06-21', null),
    ],
    documents: [
      document('JCWSS2025379999000011-03', 'JC-03', '起诉书', {
        ...{ number: '虚检刑诉〔2025〕11号', issuer: 'PROC-379999', issuedOn: '2025-05-28', deliveries: copies },
      }),
      ...['S-1', 'S-2', 'S-3'].map(summonsOf),
    ],
    representations: [
      {
        ...{ partyKey: '1', kind: 'RETAINED', from: '2025-06-03', to: null },
        lawyer: { licenceNo: '13799202010999001' as LawyerLicenceNo, name: '何拟辩' },
      },
    ],
    linkedNumbers: [{ kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000011号' as AcceptanceNo, raw: '' }],
  }),
  file(5, '（2025）鲁9999民初999905号', {
    facts: { assignments: [presiding('FY0001'), CLERKED] },
    record: {
      ...{ status: 'SCHEDULED', procedure: 'ORDINARY', docketedOn: '2025-06-03', trialLimitOn: '2025-12-03' },
      ...{ panel: [{ ...LIN, title: '审判员' }], clerk: CLERK },
    },
    parties: [zheng('PLAINTIFF'), hua('DEFENDANT')],
    hearings: [hearing('KT-5', '2025-06-26T14:30:00', '第五法庭')],
    notices: [
      noticeOf('KT-5', '1', 'S-4', '2025-06-23', '2025-06-13T15:20:00+08:00'),
      noticeOf('KT-5', '2', 'S-5', '2025-06-23', null),
    ],
    documents: [
      document('N-1', 'FY-04', '受理案件通知书', { deliveries: [served('1', '郑拟寅', '2025-06-04T09:15:00')] }),
      document('N-2', 'FY-04', '应诉通知书', {
        deliveries: [served('2', '华拟卯', '2025-06-05T10:00:00', false), served('2', '华拟卯', '2025-06-09T11:30:00')],
      }),
      { ...summonsOf('S-4'), deliveries: [served('1', '郑拟寅', '2025-06-13T15:20:00')] },
      summonsOf('S-5'),
    ],
    fees: [
      {
        ...{ noticeNo: 'JF-5', amountFen: 1280000, noticedOn: '2025-06-13', dueOn: '2025-06-20' },
        ...{ state: 'UNPAID', payerPartyKey: '1' },
      },
    ],
    caseUid: 'ZF-2025-000005' as CaseUid,
    linkedNumbers: [
      { kind: 'COURT_CASE_NO', number: '（2025）鲁9999诉前调999915号' as CourtCaseNo, raw: '' },
      { kind: 'COURT_CASE_NO', number: null, raw: '诉前调 915' },
    ],
  }),
  file(5, '（2025）鲁9999诉前调999915号', {
    facts: { assignments: [MEDIATED] },
    record: { status: 'TERMINATED', docketedOn: '2025-05-06', trialLimitOn: '2025-06-05', mediator: GAO },
    parties: [zheng('PLAINTIFF'), hua('DEFENDANT')],
    caseUid: 'ZF-2025-000005' as CaseUid,
  }),
  file(8, '（2014）虚民初字第123号', {
    facts: { assignments: [presiding('FY0002')] },
    record: { rawNumber: '(2014)虚民初字第123号', status: 'EFFECTIVE', docketedOn: '2014-03-11', panel: [ZHOU] },
    parties: [party('1', 'PLAINTIFF', '㛃拟𠮷', '379998650808014'), party('2', 'DEFENDANT', '鲁拟川')],
    caseUid: 'ZF-2014-000008' as CaseUid,
  }),
  file(9, '（2025）鲁9999刑初999909号', {
    facts: { assignments: [presiding('FY0002')], recusedStaffNos: ['FY0001'], listedFor: ['FY0002', 'FY0001'] },
    record: { procedure: 'ORDINARY', docketedOn: '2025-05-20', trialLimitOn: '2025-07-20', panel: [ZHOU] },
    parties: [party('1', 'SUSPECT_OR_DEFENDANT', '褚拟丑', '379999199507140357')],
    hearings: [hearing('KT-9', '2025-06-25T09:00:00', '第一法庭')],
  }),
  file(10, CASE_10, {
    facts: { assignments: [presiding('FY0002')] },
    record: {
      ...{ status: 'APPEALED', procedure: 'ORDINARY', docketedOn: '2025-02-10', trialLimitOn: '2025-04-10' },
      panel: [ZHOU],
    },
    parties: [party('1', 'SUSPECT_OR_DEFENDANT', '秦拟未'), party('2', 'SUSPECT_OR_DEFENDANT', '尤拟申')],
    hearings: [
      hearing('KT-10', '2025-03-20T09:00:00', '第一法庭'),
      hearing('KT-11', '2025-04-10T15:00:00', '第一法庭', '宣判'),
    ],
    documents: [
      document('JCWSS2025379999000010-01', 'JC-03', '起诉书', { issuer: 'PROC-379999', issuedOn: '2025-02-07' }),
      document('J-10', 'FY-02', '判决书', {
        issuedOn: '2025-04-10',
        deliveries: [served('1', '秦拟未', '2025-04-10T16:00:00'), served('2', '尤拟申', '2025-04-10T16:05:00')],
      }),
    ],
  }),
  file(10, '（2025）鲁99刑终999920号', {
    facts: { assignments: [presiding('FZ0001')] },
    record: {
      ...{ procedure: 'ORDINARY', docketedOn: '2025-05-06', trialLimitOn: '2025-07-06' },
      ...{ precededBy: CASE_10 as CourtCaseNo, panel: [officer('FZ0001', '谢拟终', '审判长')] },
    },
    parties: [party('1', 'SUSPECT_OR_DEFENDANT', '秦拟未'), party('2', 'SUSPECT_OR_DEFENDANT', '尤拟申')],
    linkedNumbers: [{ kind: 'COURT_CASE_NO', number: CASE_10 as CourtCaseNo, raw: '' }],
  }),
  file(12, '（2025）鲁9999刑初999912号', {
    facts: { assignments: [presiding('FY0002')] },
    record: {
      ...{ status: 'EFFECTIVE', procedure: 'ORDINARY', docketedOn: '2025-04-01', trialLimitOn: '2025-06-03' },
      ...{ effectiveOn: '2025-05-27', panel: [ZHOU] },
    },
    parties: [{ ...party('1', 'SUSPECT_OR_DEFENDANT', '沈拟酉', '379999198808080197'), legalStatus: 'CONVICT' }],
    hearings: [hearing('KT-12', '2025-05-15T09:30:00', '第一法庭')],
    documents: [
      document('JCWSS2025379999000012-01', 'JC-03', '起诉书', { issuer: 'PROC-379999' }),
      document('J-12', 'FY-02', '判决书', {
        issuedOn: '2025-05-15',
        deliveries: [served('1', '沈拟酉', '2025-05-15T11:00:00')],
      }),
    ],
  }),
  file(14, '（2025）鲁9999诉前调999914号', {
    facts: { assignments: [MEDIATED] },
    record: {
      ...{ status: 'EFFECTIVE', docketedOn: '2025-05-20', trialLimitOn: '2025-06-19', effectiveOn: '2025-06-05' },
      mediator: GAO,
    },
    parties: [zheng('APPLICANT'), hua('RESPONDENT')],
    caseUid: 'ZF-2025-000014' as CaseUid,
  }),
];
