import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type {
  IssuedTicket,
  NewTicket,
  Requested,
  TicketFacts,
  TicketPage,
  TicketRecord,
} from '#adapters/systems/records/tickets.ts';
import type { Department } from '#schema/departments.ts';
import type { Brake } from '#subgraphs/kit/brake.ts';
import type { HotlineRole } from '#subgraphs/kit/decide-ticket.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

/** What a hotline needs of its department's port. */
export interface TicketPort<Kind extends string, CaseNo extends string> {
  ticketFacts(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketFacts>>;
  ticketsByNumber(numbers: readonly string[], call: LegacyCall): Promise<Map<string, TicketRecord<Kind, CaseNo>>>;
  ticketsByOffice(page: TicketPage, call: LegacyCall): Promise<readonly TicketRecord<Kind, CaseNo>[]>;
  createTicket(ticket: NewTicket<Kind, CaseNo>, call: LegacyCall): Promise<Requested<IssuedTicket>>;
}

export interface Hotline<Context, Kind extends string, CaseNo extends string> {
  readonly department: Department;
  readonly staff: HotlineRole;
  /** What its tickets may ask for. */
  readonly kinds: Readonly<Record<Kind, string>>;
  /** How the graph calls the department's numbers of a case. */
  readonly caseNumberKind: LinkedNumberKind;
  port(context: Context): TicketPort<Kind, CaseNo>;
  /** @default one of the process's own */
  readonly brake?: Brake;
}
