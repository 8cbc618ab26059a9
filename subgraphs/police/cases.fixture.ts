import type {
  Custody,
  CustodyHandover,
  MeasureRecord,
  PoliceCaseFacts,
  PoliceCaseRecord,
  PolicePartyRecord,
} from '#adapters/systems/police/port.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { CitizenId, LawyerLicenceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import type { PoliceCaseContent } from '#subgraphs/police/clocks.ts';

export const BUREAU = 'POLICE-379999';
export const PROCURATORATE = 'PROC-379999';
export const CENTRE = 'DETENTION-379999';
export const at = (day: string, time = '09:00') => `${day}T${time}:00+08:00`;

/** What the police hold of one case. */
export interface Kept extends PoliceCaseContent {
  readonly facts: PoliceCaseFacts;
  readonly parties: readonly PolicePartyRecord[];
  readonly documents: readonly DocumentRecord[];
}

type Told = Partial<Omit<Kept, 'facts' | 'record'>> & {
  readonly facts?: Partial<PoliceCaseFacts>;
  readonly record?: Partial<PoliceCaseRecord>;
};

/** A case under investigation by GA0001, or what differs. */
export function kept(number: string, told: Told = {}): Kept {
  const policeCaseNo = number as PoliceCaseNo;
  const custodies = told.custodies ?? [];
  return {
    measures: [],
    transfers: [],
    parties: [],
    documents: [],
    ...told,
    custodies,
    facts: {
      policeCaseNo,
      agencyCode: BUREAU,
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'GA0001', function: 'INVESTIGATOR' }],
      recusedStaffNos: [],
      counsel: [],
      custodies: custodies.map(({ partyKey, detentionCentre }) => ({ partyKey, detentionCentre })),
      ...told.facts,
    },
    record: {
      policeCaseNo,
      status: 'INVESTIGATING',
      category: { scheme: 'GA 240.1', code: '050300', name: '诈骗案' },
      acceptedOn: '2025-01-06',
      filedOn: '2025-01-06',
      handlingUnit: { scheme: 'POLICE-UNIT', code: '379999050000', name: '虚构县公安局刑事侦查大队' },
      handlers: [{ staffNo: 'GA0001', displayName: '王拟警', title: '主办民警' }],
      supplementRound: 0,
      linkedNumbers: [],
      ...told.record,
    },
  };
}

/** 钱拟癸, or who differs. */
export function party(override: Partial<PolicePartyRecord> = {}): PolicePartyRecord {
  return {
    partyKey: '1',
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'SUSPECT',
    displayName: '钱拟癸',
    protectedIdentity: false,
    minorAtOffence: false,
    sex: { scheme: 'GB/T 2261.1', code: '1', name: '男性' },
    idNumber: '379999197909010177' as CitizenId,
    phone: '13900009921',
    ...override,
  };
}

export function measure(
  kind: MeasureRecord['kind'],
  from: string,
  override: Partial<MeasureRecord> = {},
): MeasureRecord {
  return {
    measureKey: `CS-${kind}-${override.partyKey ?? '1'}`,
    partyKey: '1',
    kind,
    decidedBy: BUREAU,
    approvedBy: null,
    executedBy: BUREAU,
    from,
    limitOn: null,
    endedOn: null,
    familyNotifiedAt: null,
    documentKey: null,
    ...override,
  };
}

export function transfer(kind: TransferRecord['kind'], sent: string, override: Partial<TransferRecord> = {}) {
  const isReturn = kind === 'SUPPLEMENT_RETURN';
  return {
    transferKey: `YS-${kind}-${sent}`,
    kind,
    status: 'COMPLETED',
    round: null,
    from: isReturn ? PROCURATORATE : BUREAU,
    to: isReturn ? BUREAU : PROCURATORATE,
    sentAt: at(sent),
    receivedAt: at(sent, '11:00'),
    partyKeys: ['1'],
    documents: [],
    checklist: [],
    replaces: null,
    ...override,
  } satisfies TransferRecord;
}

export function document(documentKey: string, override: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    documentKey,
    code: { scheme: 'DOCUMENT-CATALOGUE', code: 'GA-09', name: '起诉意见书' },
    title: '起诉意见书',
    number: '虚公（刑）诉字〔2025〕00005号',
    issuedOn: '2025-03-03',
    signatureValid: true,
    digest: null,
    issuer: BUREAU,
    sealed: true,
    deliveries: [],
    ...override,
  };
}

export function custody(number: string, override: Partial<Custody> & { handovers?: readonly CustodyHandover[] } = {}) {
  const policeCaseNo = number as PoliceCaseNo;
  const held = { partyKey: '1', detentionCentre: CENTRE, heldFor: PROCURATORATE };
  return { policeCaseNo, ...held, limitFrom: '2025-04-30', limitTo: '2025-05-30', handovers: [], ...override };
}

export function handover(handoverKey: string, sent: string, isDone = false): CustodyHandover {
  const done = isDone ? at(sent, '15:00') : null;
  const between = { from: PROCURATORATE, to: BUREAU, reason: '第二次退回补充侦查' };
  return { handoverKey, ...between, sentAt: at(sent), takenOverAt: done, receiptAt: done };
}

export const counselOf = (partyKey: string) => ({
  ...{ licenceNo: '13799202010999001' as LawyerLicenceNo, partyKey, name: '何拟辩', from: '2025-06-07' },
});
