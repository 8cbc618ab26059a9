import type { IngestedReview, ReviewFacts, ReviewPartyRecord } from '#adapters/systems/procuratorate-12309/port.ts';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type {
  ArrestDecisionRecord,
  ArrestReviewRecord,
  ProsecutionReviewRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import { DEMO_CASES } from '#auth/decisions/world.fixture.ts';
import type { AcceptanceNo, CitizenId, LawyerLicenceNo, UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';

/** Records of the demo's procuratorate as its port gives them (WORLD 4.1): cases 1, 2, 3, 6 and 13. */

export const OFFICE = 'PROC-379999';
export const POLICE = 'POLICE-379999';
export const ARREST_1 = '虚检刑捕受〔2025〕379999000001号' as AcceptanceNo;
export const PROSECUTION_1 = '虚检刑诉受〔2025〕379999000011号' as AcceptanceNo;
export const ARREST_2 = '虚检刑捕受〔2025〕379999000002号' as AcceptanceNo;
export const PROSECUTION_3 = '虚检刑诉受〔2025〕379999000013号' as AcceptanceNo;
export const PROSECUTION_6 = '虚检刑诉受〔2025〕379999000016号' as AcceptanceNo;
export const PACKAGE_13 = 'YS20250616-0001' as RecordNo;
export const LAWYER_HE = '13799202010999001' as LawyerLicenceNo;

/** What the procuratorate keeps of one record. */
export interface Kept {
  readonly facts: ReviewFacts;
  readonly arrest?: ArrestReviewRecord;
  readonly prosecution?: ProsecutionReviewRecord;
  readonly parties: readonly ReviewPartyRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly transfers: readonly TransferRecord[];
  readonly linkedNumbers: readonly LinkedNumber[];
}

/** The facts that the demo's cases have of a record. */
export function factsOf(recordNo: RecordNo, override: Partial<ReviewFacts> = {}): ReviewFacts {
  const known = Object.values(DEMO_CASES).flatMap(({ records }) => records);
  const held = known.find((each) => each.recordNo === recordNo)?.assignments ?? [];
  const staff = held.filter((each) => each.function !== 'COUNSEL');
  const counsel = held.filter((each) => each.function === 'COUNSEL');
  return {
    recordNo,
    agencyCode: OFFICE,
    sealed: false,
    labelled: false,
    assignments: staff.map(({ holder, function: as }) => ({ staffNo: holder, function: as as 'PROSECUTOR' })),
    recusedStaffNos: [],
    counsel: counsel.map(({ holder }) => ({
      ...{ licenceNo: holder as LawyerLicenceNo, partyKey: '1', name: '何拟辩', from: '2025-04-08' },
    })),
    ...override,
  };
}

export function suspect(partyKey: string, displayName: string, idNumber: string | null = null): ReviewPartyRecord {
  return {
    partyKey,
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'SUSPECT',
    displayName,
    protectedIdentity: false,
    minorAtOffence: false,
    idNumber: idNumber as CitizenId | null,
    sex: { scheme: 'GB/T 2261.1', code: '1', name: '男性' },
    phone: null,
  };
}

export function document(documentKey: string, title: string, override: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    documentKey,
    number: `虚检〔2025〕${documentKey}号`,
    code: { scheme: 'DOCUMENT-CATALOGUE', code: 'JC-01', name: title },
    title,
    issuedOn: '2025-06-15',
    signatureValid: true,
    digest: null,
    issuer: OFFICE,
    sealed: true,
    deliveries: [delivery({ agencyCode: POLICE, to: '虚构县公安局' })],
    ...override,
  };
}

export function delivery(to: Partial<DocumentRecord['deliveries'][number]>): DocumentRecord['deliveries'][number] {
  return {
    agencyCode: null,
    partyKey: null,
    to: '',
    method: { scheme: 'SERVICE-METHOD', code: '5', name: '电子送达' },
    servedAt: '2025-06-15T15:00:00+08:00',
    ok: true,
    ...to,
  };
}

export function transfer(transferKey: string, override: Partial<TransferRecord> = {}): TransferRecord {
  return {
    transferKey,
    kind: 'PROSECUTION_REFERRAL',
    status: 'COMPLETED',
    round: null,
    from: POLICE,
    to: OFFICE,
    sentAt: '2025-05-30T09:30:00+08:00',
    receivedAt: '2025-05-30T10:10:00+08:00',
    partyKeys: ['1'],
    documents: [],
    checklist: [],
    replaces: null,
    ...override,
  };
}

const LI = { staffNo: 'JC0001', displayName: '李拟检', title: '检察官' };
const CHEN = { staffNo: 'JC0002', displayName: '陈拟检', title: '检察官' };

export function arrestReview(override: Partial<ArrestReviewRecord> = {}): ArrestReviewRecord {
  return {
    acceptanceNo: ARREST_2,
    agencyCode: OFFICE,
    rawNumber: '虚检刑捕受[2025]379999000002号',
    unifiedNo: '37999920250000200' as UnifiedAcceptanceNo,
    prosecutor: CHEN,
    limitOn: '2025-06-16',
    status: 'DECIDED',
    receivedOn: '2025-06-09',
    decisions: [
      decision('1', { decision: 'APPROVED', status: 'EXECUTED', executedAt: '2025-06-15T16:00:00+08:00' }),
      decision('2', { decision: 'REFUSED_EVIDENCE', supplementOutline: { documentKey: 'D3', number: null } }),
      decision('3', { decision: 'REFUSED_NO_CRIME', document: { documentKey: 'D4', number: '虚检不捕〔2025〕5号' } }),
    ],
    ...override,
  };
}

function decision(partyKey: string, override: Partial<ArrestDecisionRecord>): ArrestDecisionRecord {
  return {
    partyKey,
    decision: 'PENDING',
    status: 'RELEASED',
    decidedOn: '2025-06-15',
    document: { documentKey: `D${partyKey}`, number: `虚检〔2025〕D${partyKey}号` },
    supplementOutline: null,
    executedAt: null,
    receiptDueOn: '2025-06-18',
    ...override,
  };
}

export function prosecutionReview(override: Partial<ProsecutionReviewRecord> = {}): ProsecutionReviewRecord {
  return {
    acceptanceNo: PROSECUTION_6,
    agencyCode: OFFICE,
    rawNumber: override.acceptanceNo ?? PROSECUTION_6,
    unifiedNo: '37999920250000600' as UnifiedAcceptanceNo,
    prosecutor: LI,
    limitOn: '2025-06-30',
    status: 'UNDER_REVIEW',
    acceptedOn: '2025-05-30',
    returnsUsed: 0,
    returnsLeft: 2,
    returns: [],
    outcomes: [{ partyKey: '1', outcome: 'PENDING', on: null, document: null }],
    ...override,
  };
}

function kept(recordNo: RecordNo, content: Partial<Kept>): Kept {
  const none = { parties: [], documents: [], transfers: [], linkedNumbers: [] };
  return { facts: factsOf(recordNo), ...none, ...content };
}

export function policeCase(number: string): LinkedNumber {
  return { kind: 'POLICE_CASE_NO', number: number as never, raw: number };
}

const prosecuted = (partyKey: string) => ({
  partyKey,
  outcome: 'PROSECUTED' as const,
  on: '2025-05-28',
  document: { documentKey: 'P3', number: '虚检刑诉〔2025〕11号' },
});

export const RECORDS: readonly Kept[] = [
  kept(ARREST_1, {
    arrest: arrestReview({
      acceptanceNo: ARREST_1,
      prosecutor: LI,
      limitOn: '2025-03-14',
      receivedOn: '2025-03-07',
      decisions: [
        decision('1', {
          ...{ decision: 'APPROVED', decidedOn: '2025-03-14', receiptDueOn: '2025-03-17' },
          executedAt: '2025-03-14T15:20:00+08:00',
        }),
        decision('2', { decision: 'REFUSED_NO_NECESSITY', decidedOn: '2025-03-14', receiptDueOn: '2025-03-17' }),
      ],
    }),
  }),
  kept(PROSECUTION_1, {
    prosecution: prosecutionReview({
      ...{ acceptanceNo: PROSECUTION_1, status: 'DECIDED', acceptedOn: '2025-04-07', limitOn: '2025-06-06' },
      ...{ returnsUsed: 1, returnsLeft: 1 },
      returns: [{ round: 1, returnedOn: '2025-04-21', resubmittedOn: '2025-05-06', outline: null }],
      outcomes: [prosecuted('1'), prosecuted('2'), prosecuted('3')],
    }),
    documents: [
      document('P2', '补充侦查提纲', { number: null }),
      document('P3', '起诉书', {
        deliveries: [delivery({ partyKey: '1', to: '张拟甲' }), delivery({ partyKey: '2', to: '李拟乙' })],
      }),
    ],
    transfers: [transfer('T1'), transfer('T2', { kind: 'PROSECUTION', from: OFFICE, to: 'COURT-379999' })],
  }),
  kept(ARREST_2, {
    arrest: arrestReview(),
    parties: [suspect('1', '周拟庚', '379999199007150110'), suspect('2', '吴拟辛'), suspect('3', '孙拟壬')],
    documents: [
      document('D1', '批准逮捕决定书'),
      document('D2', '不批准逮捕决定书'),
      document('D3', '补充侦查提纲', { number: null }),
      document('D4', '不批准逮捕决定书'),
    ],
    linkedNumbers: [policeCase('A3799990000002025060002')],
  }),
  kept(PROSECUTION_3, {
    prosecution: prosecutionReview({
      ...{ acceptanceNo: PROSECUTION_3, status: 'RETURNED', acceptedOn: '2025-03-03', limitOn: null },
      ...{ returnsUsed: 2, returnsLeft: 0 },
      returns: [
        { round: 1, returnedOn: '2025-03-31', resubmittedOn: '2025-04-30', outline: null },
        { round: 2, returnedOn: '2025-05-30', resubmittedOn: null, outline: null },
      ],
    }),
  }),
  kept(PROSECUTION_6, {
    prosecution: prosecutionReview(),
    parties: [
      suspect('1', '卫拟甲'),
      {
        ...suspect('2', '被害人甲'),
        role: 'VICTIM',
        legalStatus: 'NOT_APPLICABLE',
        protectedIdentity: true,
        sex: null,
      },
    ],
  }),
  kept(PACKAGE_13, {
    facts: factsOf(PACKAGE_13, { assignments: [{ staffNo: 'JC0003', function: 'CASE_MANAGER' }] }),
    transfers: [
      transfer('YS20250616-0001', {
        ...{ status: 'DELIVERED', sentAt: '2025-06-16T08:30:00+08:00', receivedAt: '2025-06-16T08:40:00+08:00' },
        documents: [document('WS379999202504001301', '起诉意见书')],
        checklist: [
          { code: '05', label: '随案移送清单', required: true, present: false, note: '未见清单', documentKey: null },
        ],
      }),
    ],
    linkedNumbers: [policeCase('A3799990000002025040013')],
  }),
];

/** The record as a page of the ingest has it. */
export function paged({ facts, arrest, prosecution, parties, linkedNumbers }: Kept): IngestedReview {
  const written = facts.recordNo.replace('〔', '[').replace('〕', ']');
  const common = { ...facts, recordKey: written, caseUid: null, unifiedNo: null, parties, linkedNumbers };
  if (arrest) return { ...common, kind: 'ARREST_REVIEW', status: arrest.status };
  if (prosecution) return { ...common, kind: 'PROSECUTION_REVIEW', status: prosecution.status };
  return { ...common, kind: 'INCOMING_TRANSFER', status: 'DELIVERED' };
}
