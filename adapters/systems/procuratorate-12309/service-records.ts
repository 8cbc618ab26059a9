import type { NewTicket, TicketRecord } from '#adapters/systems/records/tickets.ts';
import type { AppointmentStatus } from '#schema/enums/appointment-status.ts';
import type { ProcuratorateService } from '#schema/enums/procuratorate-service.ts';
import type { AcceptanceNo, LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/** Records of 检察服务: tickets and appointments. */

/** Replies are due as SPP-Rules 163 says: 7 days, then 3 months. */
export type ServiceTicket = TicketRecord<ProcuratorateService, AcceptanceNo>;
export type NewServiceTicket = NewTicket<ProcuratorateService, AcceptanceNo>;

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
