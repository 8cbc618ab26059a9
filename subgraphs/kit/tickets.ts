import type { TicketRecord } from '#adapters/systems/records/tickets.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { createBrake } from '#subgraphs/kit/brake.ts';
import { decideHotline, decideSubmission, decideTicket } from '#subgraphs/kit/decide-ticket.ts';
import type { Hotline } from '#subgraphs/kit/hotline.ts';
import { type LinkedNumberKind, linkedNumberKey } from '#subgraphs/kit/linked-number.ts';
import { newTicket } from '#subgraphs/kit/new-ticket.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import type { OwnerTicket } from '#subgraphs/kit/owner-services.ts';
import type { TicketSource } from '#subgraphs/kit/owner-source.ts';

const SUBJECT = 'ServiceTicket';

/** The tickets of one department's hotline, decided. */
export function createTicketSource<Context extends OwnerContext, Kind extends string, CaseNo extends string>(
  hotline: Hotline<Context, Kind, CaseNo>,
): TicketSource<Context> {
  const { brake = createBrake(), port, staff } = hotline;
  const toOwnerTicket = (ticket: TicketRecord<Kind, CaseNo>) => ownerTicket(hotline.caseNumberKind, ticket);

  /** Both questions whatever the first says: a wrong code costs what a right one costs. */
  async function read(ticketNo: string, context: Context) {
    const { scope, legacyCall } = context;
    const found = await scope.guard(() => port(context).ticketsByNumber([ticketNo], legacyCall));
    return found.get(ticketNo) ?? null;
  }

  return {
    async byNumber({ ticketNo, queryCode }, context) {
      const { envelope, scope, legacyCall } = context;
      const facts = await scope.guard(() => port(context).ticketFacts([ticketNo], legacyCall));
      const decision = decideTicket(envelope, staff, facts.get(ticketNo) ?? null, queryCode);
      context.record(SUBJECT, null, decision);
      const { issuer, subject, roles } = envelope.principal;
      const caller = JSON.stringify([issuer, subject]);
      if (decision.allowed) {
        const ticket = await read(ticketNo, context);
        return ticket === null ? [] : [toOwnerTicket(ticket)];
      }
      await read(ticketNo, context).catch(unlessUnreadable);
      if (!roles.has(staff)) await brake.miss(caller, legacyCall.signal);
      return [];
    },

    async byOffice({ first, after }, context) {
      const { scope, legacyCall } = context;
      const { agency: agencyCode } = context.envelope.principal;
      const isOwn = decideHotline(context.envelope, staff, agencyCode);
      if (!isOwn.allowed || agencyCode === null) {
        context.record(SUBJECT, null, isOwn);
        return [];
      }
      const page = { agencyCode, first, after };
      const tickets = await scope.guard(() => port(context).ticketsByOffice(page, legacyCall));
      return tickets.flatMap((ticket) => {
        const decision = decideHotline(context.envelope, staff, ticket.agencyCode);
        context.record(SUBJECT, null, decision);
        return decision.allowed ? [toOwnerTicket(ticket)] : [];
      });
    },

    async create(asked, context) {
      const decision = decideSubmission(context.envelope, staff);
      context.record(SUBJECT, null, decision);
      if (!decision.allowed) throw new GraphError('FORBIDDEN');
      const { scope, legacyCall } = context;
      const request = await newTicket(hotline, asked, context);
      context.writeAudit();
      const { outcome } = await scope.guard(() => port(context).createTicket(request, legacyCall));
      const ticket = await read(outcome.ticketNo, context);
      if (ticket === null) throw new GraphError('NOT_FOUND');
      const isStaff = context.envelope.principal.roles.has(staff);
      return [{ ticket: toOwnerTicket(ticket), queryCode: isStaff ? null : outcome.queryCode }];
    },
  };
}

function ownerTicket(kind: LinkedNumberKind, ticket: TicketRecord<string, string>): OwnerTicket {
  const { ticketNo, channel, kind: service, status, submittedAt, nextReplyDueOn, caseNo, replies } = ticket;
  return {
    ...{ ticketNo, channel, kind: service, status, submittedAt, nextReplyDueOn },
    replies,
    caseNumber: caseNo === null ? null : linkedNumberKey(kind, caseNo),
  };
}

/** A ticket that cannot be read must not tell a wrong code from a number that there is not. */
function unlessUnreadable(error: unknown): void {
  if (error instanceof DepartmentError && error.code === 'DEPARTMENT_DATA_INVALID') return;
  throw error;
}
