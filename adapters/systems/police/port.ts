import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Code } from '#schema/codes.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { MeasureKind } from '#schema/enums/measure-kind.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type { AcceptanceNo, CitizenId, CourtCaseNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';

/**
 * What the police case system gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is
 * `null`. A key that the system does not know, or has nothing of this kind for, is not in the map. A record with a secrecy
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
  /** By detention centre (`agencyCode`): whoever is held there and changed authority without a completed 换押. */
  pendingHandovers(
    detentionCentres: readonly string[],
    call: LegacyCall,
  ): Promise<Map<string, readonly PendingHandover[]>>;
  /** The 诉讼卷 only: the internal volume (侦查卷) stays with the police (MPS-Rules 287). */
  documentsByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly PoliceDocumentRecord[]>>;
  /** Hand-overs to and from the police, as the police recorded them. */
  transfersByCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly TransferRecord[]>>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. Two statements, whatever the limit.
   * @param after the last key of the page before; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(after: PoliceCaseNo | null, limit: number, call: LegacyCall): Promise<readonly IngestedPoliceCase[]>;
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

export const POLICE_FUNCTIONS = ['INVESTIGATOR', 'LEGAL_REVIEWER'] as const;
export type PoliceFunction = (typeof POLICE_FUNCTIONS)[number];

export interface PoliceCaseFacts {
  readonly policeCaseNo: PoliceCaseNo;
  /** The bureau that has the case, as `agencyCode`. */
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** A state-secrecy label (密级) on the record, which must never have come here; such a case is absent. */
  readonly labelled: boolean;
  readonly assignments: readonly { readonly staffNo: string; readonly function: PoliceFunction }[];
  /** Staff whose recusal (回避) was decided. */
  readonly recusedStaffNos: readonly string[];
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
  readonly linkedNumbers: readonly LinkedNumber[];
}

export interface PoliceOfficer {
  readonly staffNo: string;
  readonly displayName: string;
  /** 主办民警 or 协办民警. */
  readonly title: string;
}

/** Another record's number, as the police wrote it down: `raw`, and the canonical number where it can be read. */
export type LinkedNumber =
  | { readonly kind: 'ACCEPTANCE_NO'; readonly number: AcceptanceNo | null; readonly raw: string }
  | { readonly kind: 'COURT_CASE_NO'; readonly number: CourtCaseNo | null; readonly raw: string }
  /** 并案: the police case that this one was joined with. */
  | { readonly kind: 'POLICE_CASE_NO'; readonly number: PoliceCaseNo | null; readonly raw: string };

/** What the police know of a person's status: what procuratorate and court decide later is not here. */
export type PoliceLegalStatus = Extract<LegalStatus, 'SUSPECT' | 'CLEARED' | 'NOT_APPLICABLE'>;

export interface PolicePartyRecord {
  /** The system's own key of the person in the case (opaque here). */
  readonly partyKey: string;
  readonly role: PartyRole;
  readonly legalStatus: PoliceLegalStatus;
  /** The name; of a protected person the alias (证人甲), since the name does not leave the police (CPL 64). */
  readonly displayName: string;
  readonly protectedIdentity: boolean;
  readonly minorAtOffence: boolean | null;
  /** GB/T 2261.1; `null` for a protected person. */
  readonly sex: Code | null;
}

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

export interface PendingHandover extends Custody {
  readonly handover: CustodyHandover;
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

export interface PoliceDocumentRecord {
  readonly documentKey: string;
  /** Of the catalogue (DOMAIN 2.13) where the kind is known, else the system's own code. */
  readonly code: Code;
  readonly title: string;
  /** 文书号 as written. */
  readonly number: string | null;
  /** Issuing agency, as `agencyCode`. */
  readonly issuer: string;
  readonly issuedOn: string | null;
  /** Whether it bears an electronic seal (签章). */
  readonly sealed: boolean;
  readonly signatureValid: boolean | null;
  /** `sm3:` and 64 hexadecimal digits. */
  readonly digest: string | null;
}

export interface TransferRecord {
  readonly transferKey: string;
  readonly kind: TransferKind;
  readonly status: TransferStatus;
  /** Of a return or a resubmission: 1 or 2. */
  readonly round: number | null;
  /** Agencies, as `agencyCode`. */
  readonly from: string;
  readonly to: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  /** Of {@link PoliceSystem.partiesByCase}. */
  readonly partyKeys: readonly string[];
  readonly checklist: readonly ChecklistItem[];
  /** The transfer that this one takes the place of, after a rejection for its form. */
  readonly replaces: string | null;
}

export interface ChecklistItem {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  readonly present: boolean;
  readonly note: string | null;
  /** The document of the case that answers the item, if it is one of {@link PoliceSystem.documentsByCase}. */
  readonly documentKey: string | null;
}

/** A record as the registry takes it in. */
export interface IngestedPoliceCase {
  readonly policeCaseNo: PoliceCaseNo;
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** Then ingest refuses it with an alert; there is nothing in the two lists. */
  readonly labelled: boolean;
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty[];
}

/**
 * A party as the registry's ingest needs it to know a person again; **never** for a subgraph. Name and number of a
 * protected person are not in it: there is the alias, and no number.
 */
export interface IngestedParty {
  readonly partyKey: string;
  readonly role: PartyRole;
  readonly legalStatus: PoliceLegalStatus;
  readonly displayName: string;
  readonly protectedIdentity: boolean;
  readonly minorAtOffence: boolean | null;
  /** `null` where there is none, or none that its check character bears out. */
  readonly idNumber: CitizenId | null;
}
