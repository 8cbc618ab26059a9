import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type { IngestedRecord, PagedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { CaseReference, FoundFor } from '#subgraphs/kit/owner-context.ts';
import type {
  ListName,
  OwnerIdentity,
  OwnerInboxEntry,
  OwnerLedgerEntry,
  OwnerRows,
  WholeNumber,
} from '#subgraphs/kit/owner-rows.ts';
import type {
  FileReadingRequest,
  IssuedOwnerTicket,
  NewOwnerTicket,
  OfficeTicketPage,
  OwnerAppointment,
  OwnerTicket,
  TicketAsked,
} from '#subgraphs/kit/owner-services.ts';

/** What casework can ask of a department, at `POST /owner` of its subgraph. Whatever shows a record's content is decided row by row. */
export interface OwnerSource<Context> {
  facts(recordNos: readonly string[], context: Context): Promise<readonly RecordFacts[]>;
  /** Records after one, by key, for the registry's ingest; fewer than `limit` only at the end. */
  page(after: string | null, limit: number, context: Context): Promise<readonly PagedRecord[]>;
  /**
   * This department's records that have these numbers, or belong to these numbers of another department, with all that they link: to find
   * a link that the registry lacks.
   */
  links?(kind: LinkedNumberKind, numbers: readonly string[], context: Context): Promise<readonly IngestedRecord[]>;
  /** The lists that this department feeds. `recordNos` are its numbers of the case that was found. */
  readonly lists: { readonly [List in ListName]?: OwnerList<OwnerRows[List], Context> };
  /** Whole numbers of persons under a live grant; for departments that have heads who decide grants. */
  identities?(asked: IdentitiesAsked, found: FoundFor, context: Context): Promise<readonly OwnerIdentity[]>;
  /** 换押 of those held at the caller's own detention centre; for its officers. */
  handovers?(page: LedgerPage, context: Context): Promise<readonly OwnerLedgerEntry[]>;
  /** What was delivered to the caller's own office and is not accepted; for those who receive it (案管). */
  inbox?(page: InboxPage, context: Context): Promise<readonly OwnerInboxEntry[]>;
  /** The tickets of this department's hotline (检察服务、诉讼服务). */
  readonly tickets?: TicketSource<Context>;
  /** 预约阅卷; the appointment that was made, or had been made by the same key. @throws GraphError CONFLICT, NOT_FOUND */
  requestFileReading?(request: FileReadingRequest, context: Context): Promise<readonly OwnerAppointment[]>;
}

export type OwnerList<Row, Context> = (
  recordNos: readonly string[],
  found: FoundFor,
  context: Context,
) => Promise<readonly Row[]>;

/** What casework can ask of a hotline. Each answer is a list of none or one, but for a page. Decisions are the hotline's department's. */
export interface TicketSource<Context> {
  /** None for a wrong code, another hotline's ticket and an unknown number alike, at equal counted work. */
  byNumber(asked: TicketAsked, context: Context): Promise<readonly OwnerTicket[]>;
  /** For the hotline's own staff; none for everyone else. */
  byOffice(page: OfficeTicketPage, context: Context): Promise<readonly OwnerTicket[]>;
  /** @throws GraphError CONFLICT, NOT_FOUND, BAD_USER_INPUT */
  create(ticket: NewOwnerTicket, context: Context): Promise<readonly IssuedOwnerTicket[]>;
}

/** A page of a detention centre's ledger, by `handoverUid`. */
export interface LedgerPage {
  /** Only those without the receipt that completes them. */
  readonly pendingOnly: boolean;
  /** 1 to 100. */
  readonly first: number;
  /** The `handoverUid` that ends the page before; `null` for the first page. */
  readonly after: string | null;
}

/** A page of an office's inbox, by `transferUid`. */
export interface InboxPage {
  /** `null` for every kind. */
  readonly kind: TransferKind | null;
  /** `null` for every status. */
  readonly status: TransferStatus | null;
  /** 1 to 100. */
  readonly first: number;
  /** The `transferUid` that ends the page before; `null` for the first page. */
  readonly after: string | null;
}

/** A case that casework asks about, with the department's own numbers of it. */
export interface OwnerCase extends CaseReference {
  readonly recordNos: readonly string[];
}

/** Whose numbers of a case are asked for whole, and which. */
export interface IdentitiesAsked {
  readonly recordNos: readonly string[];
  readonly persons: readonly { readonly partyKey: string; readonly fields: readonly WholeNumber[] }[];
}

/** What casework sends, as JSON. */
export type OwnerQuestion =
  | { readonly ask: 'facts'; readonly recordNos: readonly string[] }
  | { readonly ask: 'page'; readonly after: string | null; readonly limit: number }
  | { readonly ask: 'links'; readonly kind: LinkedNumberKind; readonly numbers: readonly string[] }
  | { readonly ask: 'rows'; readonly list: ListName; readonly cases: readonly OwnerCase[] }
  | { readonly ask: 'identities'; readonly cases: readonly (CaseReference & IdentitiesAsked)[] }
  | ({ readonly ask: 'handovers' } & LedgerPage)
  | ({ readonly ask: 'inbox' } & InboxPage)
  | ({ readonly ask: 'ticket' } & TicketAsked)
  | ({ readonly ask: 'officeTickets' } & OfficeTicketPage)
  | { readonly ask: 'createTicket'; readonly ticket: NewOwnerTicket }
  | { readonly ask: 'requestFileReading'; readonly request: FileReadingRequest };

/** The one role by which the registry's ingest asks; no token can bring it, since the gateway never signs as casework. */
export const INGEST_ROLE = 'platform.ingest';
