import { COURT_SERVICE } from '#schema/enums/court-service.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { PROCURATORATE_SERVICE } from '#schema/enums/procuratorate-service.ts';
import { TICKET_CHANNEL } from '#schema/enums/ticket-channel.ts';
import { TICKET_REPLY_KIND } from '#schema/enums/ticket-reply-kind.ts';
import { TICKET_STATUS } from '#schema/enums/ticket-status.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { findReferenced } from '#subgraphs/casework/find-case.ts';
import type { RegisteredCase } from '#subgraphs/casework/registry/registry.ts';
import { parseLinkedNumberKey } from '#subgraphs/kit/linked-number.ts';
import type { OwnerTicket } from '#subgraphs/kit/owner-services.ts';

/** A ticket, and in the answer to its creation the query code. */
export interface ShownTicket {
  readonly ticket: OwnerTicket;
  readonly queryCode: string | null;
}

const KINDS = { ...PROCURATORATE_SERVICE, ...COURT_SERVICE };

export const TicketChannel = builder.enumType('TicketChannel', {
  description: '受理渠道 channel by which a ticket came',
  values: graphValues(TICKET_CHANNEL),
});
export const TicketKind = builder.enumType('TicketKind', {
  description: '事项类别 what a ticket asks for: the services of 12309, then those of 12368',
  values: graphValues(KINDS),
});
const TicketStatus = builder.enumType('TicketStatus', {
  description: '工单状态 state of a ticket',
  values: graphValues(TICKET_STATUS),
});
const TicketReplyKind = builder.enumType('TicketReplyKind', {
  description: '答复类别 kind of reply',
  values: graphValues(TICKET_REPLY_KIND),
});

/** The case that a ticket is about, as the registry knows it, whoever may see it. */
export async function caseOfTicket(
  context: CaseworkContext,
  { caseNumber }: OwnerTicket,
): Promise<RegisteredCase | null> {
  const { kind, number } = parseLinkedNumberKey(caseNumber ?? '') ?? {};
  return kind && number ? context.casesByNumber(kind).load(number) : null;
}

const TicketReply = builder.objectRef<OwnerTicket['replies'][number]>('TicketReply').implement({
  description: '答复 a reply to a ticket',
  policy: [['ticket.read']],
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', nullable: false, description: '答复时间 when' }),
    kind: t.expose('kind', { type: TicketReplyKind, nullable: false, description: '类别 kind' }),
    text: t.exposeString('text', {
      nullable: false,
      description: '内容 text, as written；其中的证件号码和电话号码以 * 代替。',
    }),
  }),
});

export const ServiceTicket = builder.objectRef<ShownTicket>('ServiceTicket').implement({
  description: '工单 a ticket of a public hotline：提交人凭查询码查询，本热线坐席无须查询码。',
  policy: [['ticket.read']],
  fields: (t) => ({
    ticketNo: t.id({ nullable: false, description: '工单号 ticket number', resolve: ({ ticket }) => ticket.ticketNo }),
    channel: t.field({
      type: TicketChannel,
      nullable: false,
      description: '受理渠道 channel by which it came',
      resolve: ({ ticket }) => ticket.channel,
    }),
    kind: t.field({
      type: TicketKind,
      nullable: false,
      description: '事项类别 what it asks for',
      resolve: ({ ticket }) => ticket.kind as keyof typeof KINDS,
    }),
    status: t.field({
      type: TicketStatus,
      nullable: false,
      description: '状态 state',
      resolve: ({ ticket }) => ticket.status,
    }),
    case: t.field({
      type: CaseRef,
      description:
        '所涉案件 the case that it is about; null where there is none that the caller may see, FORBIDDEN to the hotlines’ own staff, who never see a case；热线坐席不得查看任何案件。',
      resolve: async ({ ticket }, _args, context) => {
        const row = await caseOfTicket(context, ticket);
        return row && findReferenced(context, row);
      },
    }),
    submittedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: '提交时间 submitted',
      resolve: ({ ticket }) => ticket.submittedAt,
    }),
    replies: t.field({
      type: [TicketReply],
      nullable: false,
      description: '答复 replies, by time',
      resolve: ({ ticket }) => [...ticket.replies],
    }),
    nextReplyDueOn: t.field({
      type: 'LegalDate',
      description: '下次答复期限 day by which the next reply is due; null where none is due',
      resolve: ({ ticket }) => ticket.nextReplyDueOn,
    }),
    queryCode: t.exposeString('queryCode', {
      description:
        '查询码 query code of the submitter，只出现在 createTicket 的答复中；查询时、以及坐席代为登记时为 null。请勿写入网址。',
    }),
  }),
});
