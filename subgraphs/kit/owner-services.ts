import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import type { TicketReplyKind } from '#schema/enums/ticket-reply-kind.ts';
import type { TicketStatus } from '#schema/enums/ticket-status.ts';

/** Tickets and appointments of the departments' public services, as an owner's subgraph gives them to casework: decided by the owner. */

export interface TicketAsked {
  readonly ticketNo: string;
  /** What the submitter was shown once; `null` for staff of the hotline, who need none. It stands in bodies only, never in a log or URL. */
  readonly queryCode: string | null;
}

/** A page of the tickets of the caller's own hotline, by ticket number. */
export interface OfficeTicketPage {
  /** 1 to 100. */
  readonly first: number;
  /** The last ticket number of the page before; `null` for the first page. */
  readonly after: string | null;
}

export interface OwnerTicket {
  readonly ticketNo: string;
  readonly channel: TicketChannel;
  /** Of PROCURATORATE_SERVICE or COURT_SERVICE. */
  readonly kind: string;
  readonly status: TicketStatus;
  readonly submittedAt: string;
  readonly nextReplyDueOn: string | null;
  /** By time; identity, phone and card numbers in the text are blacked out. */
  readonly replies: readonly { readonly at: string; readonly kind: TicketReplyKind; readonly text: string }[];
  /** The department's record that it is about (`linkedNumberKey`). */
  readonly caseNumber: string | null;
}

export interface NewOwnerTicket {
  readonly kind: string;
  readonly text: string;
  /** The department's numbers of the case that it is about, which the caller may see; empty for a ticket about no case. */
  readonly recordNos: readonly string[];
  /** Up to 64 characters, scoped to the caller. */
  readonly idempotencyKey: string;
}

export interface IssuedOwnerTicket {
  readonly ticket: OwnerTicket;
  /** Shown to the submitter once; `null` for staff of the hotline, and where the same request had been made before. */
  readonly queryCode: string | null;
}

/** 预约阅卷 (CPL 40, SPP-Rules 49). */
export interface FileReadingRequest {
  /** The case as casework found it for counsel: the owner decides again. */
  readonly caseUid: string;
  readonly statement: string;
  readonly recordNos: readonly string[];
  /** DateTime; `null` takes the first that is free. */
  readonly startsAt: string | null;
  /** Up to 64 characters, scoped to the caller. */
  readonly idempotencyKey: string;
}

export interface OwnerAppointment {
  readonly appointmentUid: string;
  readonly status: string;
  readonly slot: string | null;
  readonly latestBy: string | null;
  readonly place: string | null;
}
