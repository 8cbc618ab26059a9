import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { CaseFacts } from '#adapters/systems/records/facts.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty, PartyRecord } from '#adapters/systems/records/parties.ts';
import type {
  IssuedTicket,
  NewTicket,
  Requested,
  TicketFacts,
  TicketPage,
  TicketRecord,
} from '#adapters/systems/records/tickets.ts';
import type { Code } from '#schema/codes.ts';
import type { CourtCaseStatus } from '#schema/enums/court-case-status.ts';
import type { CourtService } from '#schema/enums/court-service.ts';
import type { FeeState } from '#schema/enums/fee-state.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { TrialProcedure } from '#schema/enums/trial-procedure.ts';
import type { CaseUid, CourtCaseNo, LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/**
 * What 12368 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. Lists of keys
 * are asked 50 at a time; a key that the court does not know is not in the map, and a record that cannot be read is an error in its place. Sealed records are given; the facts say that they
 * are sealed. A 诉前调 is a court case too, with a mediator and without a panel.
 */
export interface CourtSystem {
  /** Facts for decisions. */
  caseFacts(numbers: readonly CourtCaseNo[], call: LegacyCall): Promise<Map<CourtCaseNo, CourtCaseFacts>>;
  casesByNumber(numbers: readonly CourtCaseNo[], call: LegacyCall): Promise<Map<CourtCaseNo, CourtCaseRecord>>;
  partiesByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly CourtPartyRecord[]>>;
  hearingsByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly HearingRecord[]>>;
  /** Notices of the case's hearings, one for each party of each hearing who has to be told. */
  noticesByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly HearingNoticeRecord[]>>;
  feesByCase(numbers: readonly CourtCaseNo[], call: LegacyCall): Promise<Map<CourtCaseNo, readonly FeeRecord[]>>;
  /** What the court issued or served: documents of others under their issuer's key, number and code. */
  documentsByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly DocumentRecord[]>>;
  representationsByCase(
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
  ): Promise<Map<CourtCaseNo, readonly FiledRepresentation[]>>;
  /**
   * Hearings of the cases that one of a court's staff handles, on the days of the question, by time; one call.
   * @throws GraphError BAD_USER_INPUT where they are more than {@link MOST_HEARINGS}: the list is never cut.
   */
  calendar(question: CalendarQuestion, call: LegacyCall): Promise<readonly CalendarEntry[]>;
  /**
   * For the registry's ingest only: the records after a key, by key, sealed and labelled ones among them and flagged.
   * Fewer than `limit` means that there are no more. One call, whatever the limit.
   * @param after `recordKey` of the last one of the page before, or its key where it cannot be read; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(
    after: string | null,
    limit: number,
    call: LegacyCall,
  ): Promise<readonly (IngestedCourtCase | UnreadableRecord)[]>;

  /** Facts for decisions about a ticket; by ticket number, such as `PT12368-2025-000001`. */
  ticketFacts(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketFacts>>;
  ticketsByNumber(numbers: readonly string[], call: LegacyCall): Promise<Map<string, CourtTicketRecord>>;
  /** A page of the tickets of a court's hotline, by number; one call. @throws RangeError where `first` is not 1 to 500 */
  ticketsByOffice(page: TicketPage, call: LegacyCall): Promise<readonly CourtTicketRecord[]>;
  /**
   * The same key and content again give the same ticket, so that a call may be repeated when its answer was lost.
   * @throws GraphError CONFLICT where the key was used for something else, NOT_FOUND for a case number that is not known.
   */
  createTicket(ticket: NewCourtTicket, call: LegacyCall): Promise<Requested<IssuedTicket>>;

  /** Resolves when the system answers at all; for readiness. */
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

export const COURT_FUNCTIONS = ['PRESIDING_JUDGE', 'JUDGE', 'ASSESSOR', 'CLERK', 'MEDIATOR'] as const;
export type CourtFunction = (typeof COURT_FUNCTIONS)[number];

export interface CourtCaseFacts extends CaseFacts<CourtFunction> {
  readonly courtCaseNo: CourtCaseNo;
}

export type { CourtCaseStatus, TrialProcedure };

export interface CourtCaseRecord {
  readonly courtCaseNo: CourtCaseNo;
  /** The number as the court wrote it. */
  readonly rawNumber: string;
  /** The court that has the case, as `agencyCode`. */
  readonly agencyCode: string;
  readonly status: CourtCaseStatus;
  readonly procedure: TrialProcedure | null;
  readonly cause: Code | null;
  readonly docketedOn: string | null;
  readonly trialLimitOn: string | null;
  readonly effectiveOn: string | null;
  /** The case whose judgment is appealed against here, or whose trial goes on here. */
  readonly precededBy: CourtCaseNo | null;
  readonly panel: readonly CourtOfficer[];
  readonly clerk: CourtOfficer | null;
  readonly mediator: CourtOfficer | null;
}

export interface CourtOfficer {
  readonly staffNo: string;
  readonly displayName: string;
  /** As the court writes it: 审判长, 审判员, 人民陪审员, 书记员, 调解员. */
  readonly title: string;
}

/** A defendant by indictment, a convict or acquitted by a judgment in effect; everybody else has no such status. */
export type CourtLegalStatus = Extract<LegalStatus, 'DEFENDANT' | 'CONVICT' | 'ACQUITTED' | 'NOT_APPLICABLE'>;
export type CourtPartyRecord = PartyRecord<CourtLegalStatus>;

export interface HearingRecord {
  readonly hearingUid: string;
  /** 开庭审理, 庭前会议, 宣判 and the like: the court's own list. */
  readonly kind: Code;
  readonly startsAt: string;
  readonly room: string | null;
  readonly open: boolean;
}

export interface HearingNoticeRecord {
  readonly hearingUid: string;
  readonly partyKey: string;
  /** One of {@link CourtSystem.documentsByCase}; `null` until the notice is made. */
  readonly document: Pick<DocumentRecord, 'documentKey' | 'number' | 'code' | 'title'> | null;
  /** Last day for the notice, as the court itself states it. */
  readonly dueOn: string | null;
  /** `null`: not served yet. */
  readonly servedAt: string | null;
}

/** 交费通知 */
export interface FeeRecord {
  readonly noticeNo: string;
  /** A safe integer of fen. */
  readonly amountFen: number;
  readonly noticedOn: string | null;
  readonly dueOn: string | null;
  readonly state: FeeState;
  readonly payerPartyKey: string | null;
}

/** A power of attorney (委托手续) that was filed with the court. */
export interface FiledRepresentation {
  /** The court's own key of the party within the case (opaque here). */
  readonly partyKey: string;
  readonly kind: 'RETAINED' | 'AGENT';
  readonly lawyer: { readonly licenceNo: LawyerLicenceNo; readonly name: string };
  readonly from: string;
  readonly to: string | null;
}

export const MOST_HEARINGS = 200;

export interface CalendarQuestion {
  /** The court, as `agencyCode`; one that 12368 does not serve has no hearings. */
  readonly agencyCode: string;
  readonly staffNo: string;
  /** LegalDates, both included. */
  readonly from: string;
  readonly to: string;
}

export interface CalendarEntry extends HearingRecord {
  readonly courtCaseNo: CourtCaseNo;
  /** The case that preceded this one, and related cases; numbers that cannot be read are left out. */
  readonly relatedNos: readonly CourtCaseNo[];
}

/** A record as the registry takes it in; of a labelled one the lists are empty, and ingest refuses it. */
export interface IngestedCourtCase extends CourtCaseFacts {
  /** The number as the court wrote it: pages go by it. */
  readonly recordKey: string;
  /** 平台统一案号, where the platform had told the court. */
  readonly caseUid: CaseUid | null;
  readonly status: CourtCaseStatus;
  /** Of the prosecution review, of the case that preceded this one, and of related court cases. */
  readonly linkedNumbers: readonly LinkedNumber[];
  readonly parties: readonly IngestedParty<CourtLegalStatus>[];
}

export type CourtTicketRecord = TicketRecord<CourtService, CourtCaseNo>;
export type NewCourtTicket = NewTicket<CourtService, CourtCaseNo>;
