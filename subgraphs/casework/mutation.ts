import { builder } from '#subgraphs/casework/builder.ts';
import { Appointment, AppointmentKindRef } from '#subgraphs/casework/file-reading/appointment.ts';
import { requestAppointment } from '#subgraphs/casework/file-reading/request-appointment.ts';
import { createTicket, MAX_TEXT } from '#subgraphs/casework/tickets/create-ticket.ts';
import { ServiceTicket, TicketChannel, TicketKind } from '#subgraphs/casework/tickets/ticket.ts';
import { IDEMPOTENCY_KEY } from '#subgraphs/kit/idempotency-key.ts';

builder.mutationType({
  description: '变更 mutations',
  fields: (t) => ({
    createTicket: t.field({
      type: ServiceTicket,
      policy: [['ticket.create']],
      description:
        '提交工单 submits a ticket to a hotline；查询码仅在此答复中给出，坐席代为登记的不给出。未得到答复时，可用同一幂等键重试，不会重复提交。',
      args: {
        channel: t.arg({
          type: TicketChannel,
          required: true,
          description: '热线 which hotline: PROC_12309 or COURT_12368',
        }),
        kind: t.arg({
          type: TicketKind,
          required: true,
          description: '事项类别 what it asks for, of the hotline’s own services',
        }),
        caseUid: t.arg.id({
          description:
            '所涉案件 the case that it is about, one of the caller’s own；该机关没有此案记录的，工单不关联案件。',
        }),
        text: t.arg.string({ required: true, description: `事由 what is the matter: 1 to ${MAX_TEXT} characters` }),
        idempotencyKey: t.arg.string({ required: true, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { caseUid, ...asked }, context) => createTicket(context, { ...asked, caseUid: caseUid ?? null }),
    }),
    requestAppointment: t.field({
      type: Appointment,
      policy: [['appointment.request']],
      description:
        '预约阅卷 asks for a time to read the file of a case (CPL 40, SPP-Rules 49)，仅限本案辩护律师、自审查起诉之日起。未得到答复时，可用同一幂等键重试，不会重复预约。',
      args: {
        caseUid: t.arg.id({ required: true, description: '平台统一案号 unified case id' }),
        kind: t.arg({ type: AppointmentKindRef, required: true, description: '预约类别 kind of appointment' }),
        slot: t.arg({
          type: 'DateTime',
          description: '希望的时间 the time asked for; by default the first that is free',
        }),
        idempotencyKey: t.arg.string({ required: true, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { slot, ...asked }, context) => requestAppointment(context, { ...asked, slot: slot ?? null }),
    }),
  }),
});
