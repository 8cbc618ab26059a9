import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import { normalise } from '#schema/identifiers/normalise.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** A hotline whose tickets the graph knows. */
export interface Hotline {
  readonly channel: TicketChannel;
  /** With what its ticket numbers begin. */
  readonly prefix: string;
  readonly owner: Owner;
}

const HOTLINES: readonly Hotline[] = [hotline('PROC_12309', '12309'), hotline('COURT_12368', '12368')];

/** Year and serial after the hotline's prefix. */
const TICKET_NO = /^PT\d{5}-\d{4}-\d{1,12}$/;

/**
 * The hotline of a ticket number, and the number without what was pasted around it; `null` for the number of no hotline.
 * @throws GraphError BAD_USER_INPUT for what is no ticket number
 */
export function hotlineOfTicket(
  raw: string,
  argument: string,
): { readonly ticketNo: string; readonly hotline: Hotline | null } {
  const ticketNo = normalise(raw, 'round');
  if (!TICKET_NO.test(ticketNo))
    throw badArgument(
      argument,
      '不是有效的工单号。示例：PT12309-2025-000001',
      'is not a valid ticket number. Example: PT12309-2025-000001',
    );
  return { ticketNo, hotline: HOTLINES.find(({ prefix }) => ticketNo.startsWith(prefix)) ?? null };
}

/** @throws GraphError BAD_USER_INPUT for a channel that is no hotline of the graph's */
export function hotlineOfChannel(channel: TicketChannel): Hotline {
  const found = HOTLINES.find((each) => each.channel === channel);
  if (found) return found;
  const channels = HOTLINES.map((each) => each.channel);
  throw badArgument(
    'channel',
    `应为以下热线之一：${channels.join('、')}`,
    `is one of these hotlines: ${channels.join(', ')}`,
  );
}

/** The hotline of the agency's department. */
export function hotlineOfAgency(department: Owner['department'] | null): Hotline | null {
  return HOTLINES.find(({ owner }) => owner.department === department) ?? null;
}

function hotline(channel: TicketChannel, system: Owner['system']): Hotline {
  const owner = OWNERS.find((each) => each.system === system);
  if (owner === undefined) throw new TypeError(`${system} is not among the owners`);
  return { channel, prefix: `PT${system}-`, owner };
}
