import { departmentOfAgency } from '#schema/agencies.ts';
import type { TicketChannel as Channel } from '#schema/enums/ticket-channel.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { askOfficeTickets, askTicket } from '#subgraphs/casework/owners/service-questions.ts';
import { hotlineOfAgency, hotlineOfChannel, hotlineOfTicket } from '#subgraphs/casework/tickets/hotline.ts';
import { caseOfTicket, ServiceTicket, type ShownTicket, TicketChannel } from '#subgraphs/casework/tickets/ticket.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';
import type { OwnerTicket } from '#subgraphs/kit/owner-services.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Tickets a page, at most. */
export const MAX_TICKETS = 100;

builder.queryFields((t) => ({
  ticket: t.field({
    type: ServiceTicket,
    policy: [['ticket.read']],
    description:
      '工单 one ticket, by its number；提交人须给出查询码，本热线坐席无须给出。查询码有误、他线工单与不存在的工单同样返回 null，并会放慢答复。',
    args: {
      ticketNo: t.arg.id({ required: true, description: '工单号 ticket number, such as PT12309-2025-000001' }),
      queryCode: t.arg.string({ description: '查询码 query code; staff of the ticket’s own hotline need none' }),
    },
    resolve: (_root, { ticketNo, queryCode }, context) => oneTicket(context, String(ticketNo), queryCode ?? null),
  }),
  myTickets: t.field({
    type: [ServiceTicket],
    policy: [['ticket.list']],
    description: `本热线工单 tickets of the caller’s own hotline, by ticket number，供坐席办理；工单不与账户绑定，提交人请用 ticket 查询。每页最多 ${MAX_TICKETS} 件，热线系统不可用时为 null。`,
    args: {
      channel: t.arg({
        type: TicketChannel,
        description:
          '热线 which hotline: PROC_12309 or COURT_12368; by default the caller’s own, of another nothing is shown',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `每页件数 page size: 1 to ${MAX_TICKETS}`,
      }),
      after: t.arg.id({ description: '上一页最后一件的 ticketNo of the last ticket of the page before' }),
    },
    resolve: (_root, { channel, first, after }, context) =>
      ownTickets(context, { channel: channel ?? null, first, after: after ?? null }),
  }),
}));

async function oneTicket(context: CaseworkContext, raw: string, queryCode: string | null): Promise<ShownTicket | null> {
  const { ticketNo, hotline } = hotlineOfTicket(raw, 'ticketNo');
  const ticket = hotline && (await askTicket(context.asking, hotline.owner, { ticketNo, queryCode }));
  return ticket && (await isWithin(context, ticket)) ? { ticket, queryCode: null } : null;
}

/** Within `x-case` a ticket about another case is as absent as that case; one about no case is not another's. */
async function isWithin(context: CaseworkContext, ticket: OwnerTicket): Promise<boolean> {
  const { onlyCase } = context.envelope;
  if (onlyCase === null || ticket.caseNumber === null) return true;
  return (await caseOfTicket(context, ticket))?.caseUid === onlyCase;
}

interface Page {
  readonly channel: Channel | null;
  readonly first: number;
  readonly after: string | null;
}

async function ownTickets(context: CaseworkContext, { channel, first, after }: Page): Promise<ShownTicket[]> {
  requirePageSize(first, MAX_TICKETS);
  const own = hotlineOfAgency(departmentOfAgency(context.envelope.principal.agency ?? ''));
  const asked = channel === null ? own : hotlineOfChannel(channel);
  const last = after === null ? null : hotlineOfTicket(after, 'after');
  if (last !== null && last.hotline !== asked)
    throw badArgument('after', '应为本热线的工单号', 'is the number of a ticket of the same hotline');
  const page = { first, after: last?.ticketNo ?? null };
  const tickets = asked ? await askOfficeTickets(context.asking, asked.owner, page) : [];
  const within = await Promise.all(tickets.map((ticket) => isWithin(context, ticket)));
  return tickets.filter((_, index) => within[index]).map((ticket) => ({ ticket, queryCode: null }));
}
