import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { CaseFacts, FiledCounsel } from '#adapters/systems/records/facts.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty, PartyRecord } from '#adapters/systems/records/parties.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { Code } from '#schema/codes.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { MeasureKind } from '#schema/enums/measure-kind.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { CaseUid, PoliceCaseNo } from '#schema/identifiers/kinds.ts';

/**
 * What the police case system gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is
 * `null`. A key that the system does not know, or has nothing of this kind for, is not in the map, and a record that cannot
 * be read is an error in its place. A record with a secrecy
 * label (密级) has facts only: its content is not even asked for. Sealed records are given; the facts say that they are sealed.
 */
export interface PoliceSystem {
  /** Facts for decisions, one statement a list of at most 50. */
  caseFacts(numbers: readonly PoliceCaseNo[], call: LegacyCall): Promise<Map<PoliceCaseNo, PoliceCaseFacts>>;
  casesByNumber(numbers: readonly PoliceCaseNo[], call: LegacyCall): Promise<Map<PoliceCaseNo, PoliceCaseRecord>>;
  /** Suspects, victims, witnesses; in the order of their keys, as all lists here. */
  partiesByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly PolicePartyRecord[]>>;
  measuresByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly MeasureRecord[]>>;
  /** Who is held now, with the 换押 ledger of the custody. */
  custodyByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly CustodyRecord[]>>;
  /**
   * The 换押 of whoever is held at a detention centre now; a page of them by `handoverKey`, one statement. Fewer than `first` means
   * that there are no more. @throws RangeError where `first` is not 1 to 500
   */
  handoversByCentre(page: HandoverPage, call: LegacyCall): Promise<readonly HandoverInCustody[]>;
  /**
   * The 诉讼卷 only: the internal volume (侦查卷) stays with the police (MPS-Rules 287). What the procuratorate issued has its key
   * there. The police record no service (送达).
   */
  documentsByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly DocumentRecord[]>>;
  /** Hand-overs to and from the police, as the police recorded them. */
  transfersByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly TransferRecord[]>>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. Two statements, whatever the limit.
   * @param after the last number of the page before, as it stands there; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(
    after: string | null,
    limit: number,
    call: LegacyCall,
  ): Promise<readonly (IngestedPoliceCase | UnreadableRecord)[]>;
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

export const POLICE_FUNCTIONS = ['INVESTIGATOR', 'LEGAL_REVIEWER'] as const;
export type PoliceFunction = (typeof POLICE_FUNCTIONS)[number];

export interface PoliceCaseFacts extends CaseFacts<PoliceFunction> {
  readonly policeCaseNo: PoliceCaseNo;
  readonly counsel: readonly FiledCounsel[];
  /** Who is held now, and where: by `agencyCode`. */
  readonly custodies: readonly { readonly partyKey: string; readonly detentionCentre: string }[];
}

export interface PoliceCaseRecord {
  readonly policeCaseNo: PoliceCaseNo;
  readonly status: PoliceCaseStatus;
  /** 案件类别, six digits (GA 240.1). */
  readonly category: Code;
  readonly acceptedOn: string;
  readonly filedOn: string | null;
  /** 办案单位, a unit within the bureau: the system's own code and name of it. */
  readonly handlingUnit: Code;
  readonly handlers: readonly PoliceOfficer[];
  /** Returns for supplementary investigation so far, 0 to 2 (CPL 175). */
  readonly supplementRound: number;
  /** Of reviews, of the court case, and of the police case that this one was joined with (并案). */
  readonly linkedNumbers: readonly LinkedNumber[];
}

export interface PoliceOfficer {
  readonly staffNo: string;
  readonly displayName: string;
  /** 主办民警 or 协办民警. */
  readonly title: string;
}

/** What the police know of a person's status: what procuratorate and court decide later is not here. */
export type PoliceLegalStatus = Extract<LegalStatus, 'SUSPECT' | 'CLEARED' | 'NOT_APPLICABLE'>;

export type PolicePartyRecord = PartyRecord<PoliceLegalStatus>;

export interface MeasureRecord {
  readonly measureKey: string;
  readonly partyKey: string;
  readonly kind: MeasureKind;
  /** Agencies, as `agencyCode`. */
  readonly decidedBy: string;
  readonly approvedBy: string | null;
  readonly executedBy: string | null;
  readonly from: string | null;
  readonly limitOn: string | null;
  /** `null` while it lasts. */
  readonly endedOn: string | null;
  readonly familyNotifiedAt: string | null;
  readonly documentKey: string | null;
}

/** 羁押. Agencies as `agencyCode`. */
export interface Custody {
  readonly policeCaseNo: PoliceCaseNo;
  readonly partyKey: string;
  readonly detentionCentre: string;
  readonly heldFor: string;
  readonly limitFrom: string;
  readonly limitTo: string;
}

export interface CustodyRecord extends Custody {
  readonly handovers: readonly CustodyHandover[];
}

export interface HandoverInCustody extends Custody {
  readonly handover: CustodyHandover;
}

export interface HandoverPage {
  /** As `agencyCode`. */
  readonly detentionCentre: string;
  /** Only those without the receipt that completes them. */
  readonly pendingOnly: boolean;
  /** 1 to 500. */
  readonly first: number;
  /** The last `handoverKey` of the page before; `null` for the first page. */
  readonly after: string | null;
}

/** 换押. Completed by the receipt of the detention centre. Agencies as `agencyCode`. */
export interface CustodyHandover {
  readonly handoverKey: string;
  readonly from: string;
  readonly to: string;
  /** As the police wrote it. */
  readonly reason: string;
  readonly sentAt: string | null;
  readonly takenOverAt: string | null;
  readonly receiptAt: string | null;
}

/** A record as the registry takes it in: the facts, and what links it. Of a labelled one there is nothing but its flags. */
export interface IngestedPoliceCase extends PoliceCaseFacts {
  /** 平台统一案号, where the platform has told the police. */
  readonly caseUid: CaseUid | null;
  /** `null` of a labelled record only. */
  readonly status: PoliceCaseStatus | null;
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty<PoliceLegalStatus>[];
}
