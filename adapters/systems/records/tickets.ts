import type { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import type { TicketReplyKind } from '#schema/enums/ticket-reply-kind.ts';
import type { TicketStatus } from '#schema/enums/ticket-status.ts';
import type { CitizenId } from '#schema/identifiers/kinds.ts';

/** What decides who may see a ticket: its submitter by the query code, and staff of its own hotline without one. */
export interface TicketFacts {
  readonly ticketNo: string;
  /** The agency whose hotline has it, as `agencyCode`. */
  readonly agencyCode: string;
  readonly queryCode: QueryCode;
}

export interface TicketRecord<Kind extends string, CaseNo extends string> {
  readonly ticketNo: string;
  /** The agency whose hotline has it, as `agencyCode`. */
  readonly agencyCode: string;
  readonly channel: TicketChannel;
  readonly kind: Kind;
  readonly status: TicketStatus;
  /** The record that it is about. */
  readonly caseNo: CaseNo | null;
  readonly submittedAt: string;
  /** The department's own word. */
  readonly nextReplyDueOn: string | null;
  readonly complainant: Complainant | null;
  /** By time. Texts are as written and may name the complainant. */
  readonly replies: readonly { readonly at: string; readonly kind: TicketReplyKind; readonly text: string }[];
}

/** Who submitted a ticket, for the submitter and the hotline only (CPL 111); the number **never** leaves the owner unmasked. */
export interface Complainant {
  readonly name: string;
  /** 18 characters, or the 15 digits of the first generation; `null` where none can be read. */
  readonly idNumber: CitizenId | null;
}

/** A page of a hotline's tickets, by ticket number. */
export interface TicketPage {
  readonly agencyCode: string;
  /** 1 to 500. */
  readonly first: number;
  /** The last ticket number of the page before; `null` for the first page. */
  readonly after: string | null;
}

export interface NewTicket<Kind extends string, CaseNo extends string> {
  readonly kind: Kind;
  /** The agency that it is addressed to, as `agencyCode`. */
  readonly agencyCode: string;
  readonly caseNo: CaseNo | null;
  readonly text: string;
  /** `null`: without a name. No account is tied to a ticket, only its query code counts. */
  readonly complainant: Complainant | null;
  /** Up to 64 characters; unlike any other caller's. */
  readonly idempotencyKey: string;
}

/** A ticket that was made. The query code is the submitter's alone: shown once, kept in no log and put in no URL. */
export interface IssuedTicket {
  readonly ticketNo: string;
  readonly queryCode: string;
}

/** What a request led to, and whether it had been made before. */
export interface Requested<Outcome> {
  readonly outcome: Outcome;
  readonly repeated: boolean;
}
