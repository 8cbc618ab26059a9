import type { AppointmentStatus } from '#schema/enums/appointment-status.ts';
import type { ProcuratorateService } from '#schema/enums/procuratorate-service.ts';
import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import type { TicketReplyKind } from '#schema/enums/ticket-reply-kind.ts';
import type { TicketStatus } from '#schema/enums/ticket-status.ts';
import type { AcceptanceNo, CitizenId, LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/** Records of 检察服务: tickets and appointments. */

/** What decides who may see a ticket. It is compared and **never** shown, logged or put into a URL. */
export interface TicketFacts {
  readonly ticketNo: string;
  /** The procuratorate whose hotline has it, as `agencyCode`. */
  readonly agencyCode: string;
  readonly queryCode: string;
  readonly complainant: Complainant;
}

export interface Complainant {
  readonly name: string;
  /** `null` where the caller gave none that can be read: 18 characters, or the 15 digits of the first generation. */
  readonly idNumber: CitizenId | null;
  /** The platform's opaque id of the person, where the ticket was made through the graph. */
  readonly personUid: string | null;
}

export interface TicketRecord {
  readonly ticketNo: string;
  readonly channel: TicketChannel;
  readonly kind: ProcuratorateService;
  readonly status: TicketStatus;
  /** The review that it is about. */
  readonly acceptanceNo: AcceptanceNo | null;
  readonly submittedAt: string;
  /** The procuratorate's own word (SPP-Rules 163: 7 days, then 3 months). */
  readonly nextReplyDueOn: string | null;
  /** By time. Texts are as written and may name the complainant. */
  readonly replies: readonly { readonly at: string; readonly kind: TicketReplyKind; readonly text: string }[];
}

export interface NewTicket {
  readonly kind: ProcuratorateService;
  /** The procuratorate that it is addressed to, as `agencyCode`. */
  readonly agencyCode: string;
  readonly acceptanceNo: AcceptanceNo | null;
  readonly text: string;
  readonly complainant: Complainant;
  /** Up to 64 characters of the caller's choice. */
  readonly idempotencyKey: string;
}

/** What a request led to, and whether it had been made before. */
export interface Requested<Outcome> {
  readonly outcome: Outcome;
  readonly repeated: boolean;
}

export interface EarliestSlot {
  readonly acceptanceNo: AcceptanceNo;
  /** Whether file reading is open in this case at all. */
  readonly open: boolean;
  readonly startsAt: string | null;
  /** Last day on which it must be arranged if it is asked for today (SPP-Rules 49: three working days). */
  readonly latestBy: string | null;
  readonly place: string | null;
}

/** 阅卷预约 */
export interface Appointment {
  readonly appointmentKey: string;
  readonly acceptanceNo: AcceptanceNo;
  readonly licenceNo: LawyerLicenceNo;
  readonly status: AppointmentStatus;
  readonly startsAt: string | null;
  readonly latestBy: string | null;
  readonly place: string | null;
}

export interface AppointmentRequest {
  readonly acceptanceNo: AcceptanceNo;
  readonly licenceNo: LawyerLicenceNo;
  /** `yyyy-MM-ddTHH:mm:ss+08:00`; `null` takes the first that is free. */
  readonly startsAt: string | null;
  readonly idempotencyKey: string;
}
