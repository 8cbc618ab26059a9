import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type {
  Appointment,
  AppointmentRequest,
  EarliestSlot,
  NewTicket,
  Requested,
  TicketFacts,
  TicketRecord,
} from '#adapters/systems/procuratorate-12309/service-records.ts';
import type { Code } from '#schema/codes.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';
import type { ArrestDecisionStatus } from '#schema/enums/arrest-decision-status.ts';
import type { ArrestReviewStatus } from '#schema/enums/arrest-review-status.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { ProsecutionOutcome } from '#schema/enums/prosecution-outcome.ts';
import type { ProsecutionReviewStatus } from '#schema/enums/prosecution-review-status.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type {
  AcceptanceNo,
  CitizenId,
  CourtCaseNo,
  PoliceCaseNo,
  UnifiedAcceptanceNo,
} from '#schema/identifiers/kinds.ts';

/**
 * What 12309 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. Lists of
 * keys are asked 50 at a time; a key that the system does not know, or has nothing of this kind for, is not in the map.
 * Sealed records are given; the facts say that they are sealed.
 */
export interface ProcuratorateSystem {
  /** Facts for decisions. */
  caseFacts(numbers: readonly AcceptanceNo[], call: LegacyCall): Promise<Map<AcceptanceNo, ReviewFacts>>;
  arrestReviewsByNumber(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, ArrestReviewRecord>>;
  prosecutionReviewsByNumber(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, ProsecutionReviewRecord>>;
  partiesByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly ReviewPartyRecord[]>>;
  /** Issued documents only: drafts and review opinions (工作秘密) stay with the procuratorate. */
  documentsByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly ProcuratorateDocumentRecord[]>>;
  /** Hand-overs to and from the procuratorate, as it recorded them. */
  transfersByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly TransferRecord[]>>;
  /** By procuratorate (`agencyCode`): what was delivered to it and is not accepted, so that it has no acceptance number yet. */
  transferInbox(
    agencyCodes: readonly string[],
    call: LegacyCall,
  ): Promise<Map<string, readonly IncomingTransferRecord[]>>;
  /** Other agencies' numbers in the procuratorate's records, to find a link that the registry lacks. */
  linkedNumbersByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly LinkedNumber[]>>;
  /** The same the other way round. */
  acceptanceNosByPoliceCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly AcceptanceNo[]>>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. One call, whatever the limit.
   * @param after the last key of the page before; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(after: AcceptanceNo | null, limit: number, call: LegacyCall): Promise<readonly IngestedReview[]>;

  /** Facts for decisions about a ticket; by ticket number, such as `PT12309-2025-000001`. */
  ticketFacts(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketFacts>>;
  ticketsByNumber(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketRecord>>;
  /**
   * The same key and content again give the same ticket, so that a call may be repeated when its answer was lost.
   * @throws GraphError CONFLICT where the key was used for something else, NOT_FOUND for an acceptance number that is not known.
   */
  createTicket(ticket: NewTicket, call: LegacyCall): Promise<Requested<TicketFacts>>;

  /** 阅卷: the first free time, where file reading is open (from prosecution review on: CPL 40). */
  earliestSlotsByCase(numbers: readonly AcceptanceNo[], call: LegacyCall): Promise<Map<AcceptanceNo, EarliestSlot>>;
  appointmentsByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly Appointment[]>>;
  /**
   * The same key and content again give the same appointment.
   * @throws GraphError CONFLICT where the key was used for something else, the time is not free or file reading is not open,
   * NOT_FOUND for an acceptance number that is not known.
   */
  requestFileReading(request: AppointmentRequest, call: LegacyCall): Promise<Requested<Appointment>>;

  /** Resolves when the system answers at all; for readiness. */
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

export const PROCURATORATE_FUNCTIONS = ['PROSECUTOR', 'ASSISTANT', 'CLERK', 'CASE_MANAGER'] as const;
export type ProcuratorateFunction = (typeof PROCURATORATE_FUNCTIONS)[number];

export interface ReviewFacts {
  readonly acceptanceNo: AcceptanceNo;
  /** The procuratorate that has the case, as `agencyCode`. */
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** A state-secrecy label (密级) on the record, which must never have come here; such a case is absent. */
  readonly labelled: boolean;
  readonly assignments: readonly { readonly staffNo: string; readonly function: ProcuratorateFunction }[];
  /** Staff whose recusal (回避) was decided. */
  readonly recusedStaffNos: readonly string[];
}

interface ReviewRecord {
  readonly acceptanceNo: AcceptanceNo;
  /** The number as the procuratorate wrote it. */
  readonly rawNumber: string;
  readonly unifiedNo: UnifiedAcceptanceNo | null;
  readonly prosecutor: Prosecutor | null;
  /** Last day of the review, as the procuratorate itself states it. */
  readonly limitOn: string | null;
}

/** 审查逮捕 */
export interface ArrestReviewRecord extends ReviewRecord {
  readonly status: ArrestReviewStatus;
  readonly receivedOn: string;
  readonly decisions: readonly ArrestDecisionRecord[];
}

export interface ArrestDecisionRecord {
  readonly partyKey: string;
  readonly decision: ArrestDecision;
  readonly status: ArrestDecisionStatus;
  readonly decidedOn: string | null;
  readonly document: DocumentReference | null;
  /** 补充侦查提纲, with a refusal for insufficient evidence. */
  readonly supplementOutline: DocumentReference | null;
  readonly executedAt: string | null;
  /** Last day for the receipt (MPS-Rules 140, 142), as the procuratorate itself states it. */
  readonly receiptDueOn: string | null;
}

/** 审查起诉 */
export interface ProsecutionReviewRecord extends ReviewRecord {
  readonly status: ProsecutionReviewStatus;
  readonly acceptedOn: string | null;
  /** Returns for supplementary investigation: at most two (CPL 175). */
  readonly returnsUsed: number;
  readonly returnsLeft: number;
  readonly returns: readonly ReturnRecord[];
  readonly outcomes: readonly PersonOutcomeRecord[];
}

/** 退回补充侦查. The review's period runs anew from the resubmission. */
export interface ReturnRecord {
  readonly round: number;
  readonly returnedOn: string;
  readonly resubmittedOn: string | null;
  readonly outline: DocumentReference | null;
}

export interface PersonOutcomeRecord {
  readonly partyKey: string;
  readonly outcome: ProsecutionOutcome;
  readonly on: string | null;
  readonly document: DocumentReference | null;
}

export interface Prosecutor {
  readonly staffNo: string;
  readonly displayName: string;
  /** As the procuratorate writes it: 检察官, 检察官助理. */
  readonly title: string;
}

/** One of {@link ProcuratorateSystem.documentsByCase}. */
export interface DocumentReference {
  readonly documentKey: string;
  /** 文书号 as written. */
  readonly number: string | null;
}

export interface ReviewPartyRecord {
  /** The system's own key of the person in the case (opaque here). */
  readonly partyKey: string;
  readonly role: PartyRole;
  /** SUSPECT, or what the outcome made of the person. */
  readonly legalStatus: Extract<LegalStatus, 'SUSPECT' | 'DEFENDANT' | 'NOT_PROSECUTED' | 'NOT_APPLICABLE'>;
  /** The name; of a protected person the alias (证人甲), which is all that the procuratorate was given (CPL 64). */
  readonly displayName: string;
  readonly protectedIdentity: boolean;
  readonly minorAtOffence: boolean | null;
}

export interface ProcuratorateDocumentRecord {
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
  /** Where the procuratorate itself served it; what the court serves is the court's. */
  readonly deliveries: readonly DeliveryRecord[];
}

/** 送达, to an agency or to a party of the case: one of the two keys is there. */
export interface DeliveryRecord {
  readonly agencyCode: string | null;
  readonly partyKey: string | null;
  readonly method: Code;
  readonly servedAt: string | null;
  readonly ok: boolean;
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
  readonly partyKeys: readonly string[];
  /** What the package holds. */
  readonly documents: readonly TransferredDocument[];
  readonly checklist: readonly ChecklistItem[];
  /** The transfer that this one takes the place of, after a rejection for its form. */
  readonly replaces: string | null;
}

/** A document of either agency, as the package's list names it. */
export interface TransferredDocument extends DocumentReference {
  readonly code: Code;
  readonly title: string;
  readonly issuedOn: string | null;
  /** As the intake desk found it. */
  readonly signatureValid: boolean | null;
  readonly digest: string | null;
}

export interface ChecklistItem {
  readonly code: string;
  readonly label: string;
  readonly required: boolean;
  readonly present: boolean;
  readonly note: string | null;
}

export interface IncomingTransferRecord extends TransferRecord {
  readonly linkedNumbers: readonly LinkedNumber[];
}

/** Another record's number, as the procuratorate wrote it down: `raw`, and the canonical number where it can be read. */
export type LinkedNumber =
  | { readonly kind: 'POLICE_CASE_NO'; readonly number: PoliceCaseNo | null; readonly raw: string }
  | { readonly kind: 'COURT_CASE_NO'; readonly number: CourtCaseNo | null; readonly raw: string }
  /** Another review of the same matter. */
  | { readonly kind: 'ACCEPTANCE_NO'; readonly number: AcceptanceNo | null; readonly raw: string };

/** A record as the registry takes it in. */
export interface IngestedReview {
  readonly acceptanceNo: AcceptanceNo;
  readonly unifiedNo: UnifiedAcceptanceNo | null;
  readonly kind: 'ARREST_REVIEW' | 'PROSECUTION_REVIEW';
  readonly agencyCode: string;
  readonly sealed: boolean;
  /** Then ingest refuses it with an alert; there is nothing in the two lists. */
  readonly labelled: boolean;
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty[];
}

/**
 * A party as the registry's ingest needs it to know a person again; **never** for a subgraph. Of a protected person there
 * is the alias, and no number.
 */
export interface IngestedParty extends ReviewPartyRecord {
  /** `null` where there is none, or none that its check character bears out. */
  readonly idNumber: CitizenId | null;
}
