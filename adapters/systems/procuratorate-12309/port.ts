import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type {
  ArrestReviewRecord,
  ProsecutionReviewRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type {
  Appointment,
  AppointmentRequest,
  EarliestSlot,
  NewServiceTicket,
  ServiceTicket,
} from '#adapters/systems/procuratorate-12309/service-records.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { CaseFacts, FiledCounsel } from '#adapters/systems/records/facts.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty, PartyRecord } from '#adapters/systems/records/parties.ts';
import type { IssuedTicket, Requested, TicketFacts, TicketPage } from '#adapters/systems/records/tickets.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { ArrestReviewStatus } from '#schema/enums/arrest-review-status.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { ProsecutionReviewStatus } from '#schema/enums/prosecution-review-status.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type { AcceptanceNo, CaseUid, PoliceCaseNo, UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';

/**
 * What 12309 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. Lists of
 * keys are asked 50 at a time; a key that the system does not know, or has nothing of this kind for, is not in the map, and a record that cannot be
 * read is an error in its place.
 * Sealed records are given; the facts say that they are sealed. A package that was delivered and is not accepted is a record
 * too, by its transfer key, wherever record numbers are asked.
 */
export interface ProcuratorateSystem {
  /** Facts for decisions. A package not accepted yet is its office's case managers' (案管). */
  caseFacts(numbers: readonly RecordNo[], call: LegacyCall): Promise<Map<RecordNo, ReviewFacts>>;
  arrestReviewsByNumber(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, ArrestReviewRecord>>;
  prosecutionReviewsByNumber(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, ProsecutionReviewRecord>>;
  partiesByCase(numbers: readonly RecordNo[], call: LegacyCall): Promise<Map<RecordNo, readonly ReviewPartyRecord[]>>;
  /** Issued documents only: drafts and review opinions (工作秘密) stay with the procuratorate. */
  documentsByCase(
    numbers: readonly AcceptanceNo[],
    call: LegacyCall,
  ): Promise<Map<AcceptanceNo, readonly DocumentRecord[]>>;
  /** Hand-overs to and from the procuratorate, as it recorded them; of a transfer key that package itself. */
  transfersByCase(numbers: readonly RecordNo[], call: LegacyCall): Promise<Map<RecordNo, readonly TransferRecord[]>>;
  /** By procuratorate (`agencyCode`): what was delivered to it and is not accepted, so that it has no acceptance number yet. */
  transferInbox(
    agencyCodes: readonly string[],
    call: LegacyCall,
  ): Promise<Map<string, readonly IncomingTransferRecord[]>>;
  /** Other agencies' numbers in the record and in the packages that came with it, to find a link that the registry lacks. */
  linkedNumbersByCase(numbers: readonly RecordNo[], call: LegacyCall): Promise<Map<RecordNo, readonly LinkedNumber[]>>;
  /** The same the other way round. */
  acceptanceNosByPoliceCase(
    numbers: readonly PoliceCaseNo[],
    call: LegacyCall,
  ): Promise<Map<PoliceCaseNo, readonly AcceptanceNo[]>>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. One call, whatever the limit.
   * @param after `recordKey` of the last one of the page before, or its key where it cannot be read; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(after: string | null, limit: number, call: LegacyCall): Promise<readonly (IngestedReview | UnreadableRecord)[]>;

  /** Facts for decisions about a ticket; by ticket number, such as `PT12309-2025-000001`. */
  ticketFacts(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketFacts>>;
  ticketsByNumber(numbers: readonly string[], call: LegacyCall): Promise<Map<string, ServiceTicket>>;
  /**
   * A hotline's tickets after a number, by number; for its staff. Fewer than `first` means that there are no more.
   * @throws RangeError where `first` is not 1 to 500
   */
  ticketsByOffice(page: TicketPage, call: LegacyCall): Promise<readonly ServiceTicket[]>;
  /**
   * The same key and content again give the same ticket, so that a call may be repeated when its answer was lost.
   * @throws GraphError CONFLICT where the key was used for something else, NOT_FOUND for an acceptance number that is not known.
   */
  createTicket(ticket: NewServiceTicket, call: LegacyCall): Promise<Requested<IssuedTicket>>;

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

export interface ReviewFacts extends CaseFacts<ProcuratorateFunction> {
  readonly recordNo: RecordNo;
  readonly counsel: readonly FiledCounsel[];
}

/** SUSPECT, or what the outcome made of the person. */
export type ReviewLegalStatus = Extract<LegalStatus, 'SUSPECT' | 'DEFENDANT' | 'NOT_PROSECUTED' | 'NOT_APPLICABLE'>;

/** Of a protected person the procuratorate itself was given the alias alone. */
export type ReviewPartyRecord = PartyRecord<ReviewLegalStatus>;

export interface IncomingTransferRecord extends TransferRecord {
  readonly linkedNumbers: readonly LinkedNumber[];
}

/** A record as the registry takes it in; never for a user. */
export type IngestedReview = ReviewFacts & {
  /** The number as the procuratorate wrote it: pages go by it. */
  readonly recordKey: string;
  /** 平台统一案号, where the platform told the procuratorate. */
  readonly caseUid: CaseUid | null;
  readonly unifiedNo: UnifiedAcceptanceNo | null;
  /** As the procuratorate wrote them in the record itself. Of a labelled record there are none, here or in `parties`. */
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty<ReviewLegalStatus>[];
} & RecordState;

/** What kind of record it is, and how it stands. */
export type RecordState =
  | { readonly kind: 'ARREST_REVIEW'; readonly status: ArrestReviewStatus }
  | { readonly kind: 'PROSECUTION_REVIEW'; readonly status: ProsecutionReviewStatus }
  | { readonly kind: 'INCOMING_TRANSFER'; readonly status: TransferStatus };
