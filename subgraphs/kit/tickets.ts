import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type {
  IssuedTicket,
  NewTicket,
  Requested,
  TicketFacts,
  TicketPage,
  TicketRecord,
} from '#adapters/systems/records/tickets.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { redact } from '#auth/masking/mask.ts';
import { AGENCIES } from '#schema/agencies.ts';
import type { Department } from '#schema/departments.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { type Brake, createBrake } from '#subgraphs/kit/brake.ts';
import { decideHotline, decideSubmission, decideTicket, type HotlineRole } from '#subgraphs/kit/decide-ticket.ts';
import { type LinkedNumberKind, linkedNumberKey } from '#subgraphs/kit/linked-number.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import type { NewOwnerTicket, OwnerTicket } from '#subgraphs/kit/owner-services.ts';
import type { TicketSource } from '#subgraphs/kit/owner-source.ts';

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

const SUBJECT = 'ServiceTicket';

/** The tickets of one department's hotline, decided and with the personal numbers in their texts blacked out. */
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
        brake.hit(caller);
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
      const { outcome } = await scope.guard(() => port(context).createTicket(request, legacyCall));
      const ticket = await read(outcome.ticketNo, context);
      if (ticket === null) throw new GraphError('NOT_FOUND');
      const isStaff = context.envelope.principal.roles.has(staff);
      return [{ ticket: toOwnerTicket(ticket), queryCode: isStaff ? null : outcome.queryCode }];
    },
  };
}

/** A ticket goes to the agency whose staff take it down, else to that of the record which it is about, else to the county's. */
async function newTicket<Context extends OwnerContext, Kind extends string, CaseNo extends string>(
  { kinds, staff, department }: Hotline<Context, Kind, CaseNo>,
  { kind, text, recordNos, idempotencyKey }: NewOwnerTicket,
  context: Context,
): Promise<NewTicket<Kind, CaseNo>> {
  const { roles, agency } = context.envelope.principal;
  const about = await latestRecord(recordNos, context);
  const agencyCode = (roles.has(staff) ? agency : null) ?? about?.agencyCode ?? countyOffice(department);
  if (!isKind(kind, kinds)) throw unknownKind(kinds);
  // The record's number came from the registry: casework found the case for this caller.
  const caseNo = (about?.recordNo ?? null) as CaseNo | null;
  return { kind, agencyCode, caseNo, text, complainant: null, idempotencyKey };
}

async function latestRecord(recordNos: readonly string[], context: OwnerContext): Promise<RecordFacts | null> {
  const facts = await Promise.all(recordNos.map((recordNo) => context.facts(recordNo)));
  return facts.findLast((each) => each !== null && !each.sealed && !each.labelled) ?? null;
}

function countyOffice(department: Department): string {
  const office = AGENCIES.find((agency) => agency.department === department && agency.level === 'COUNTY');
  if (office === undefined) throw new TypeError('the directory has no such agency');
  return office.agencyCode;
}

function isKind<Kind extends string>(kind: string, kinds: Readonly<Record<Kind, string>>): kind is Kind {
  return Object.hasOwn(kinds, kind);
}

function unknownKind(kinds: Readonly<Record<string, string>>): GraphError {
  const names = Object.keys(kinds);
  return new GraphError('BAD_USER_INPUT', {
    zh: `该热线不受理此类事项，kind 应为：${names.join('、')}。`,
    en: `The hotline does not take such tickets; kind is one of ${names.join(', ')}.`,
  });
}

function ownerTicket(kind: LinkedNumberKind, ticket: TicketRecord<string, string>): OwnerTicket {
  const { ticketNo, channel, kind: service, status, submittedAt, nextReplyDueOn, caseNo, replies } = ticket;
  return {
    ...{ ticketNo, channel, kind: service, status, submittedAt, nextReplyDueOn },
    replies: replies.map((reply) => ({ ...reply, text: redact(reply.text) })),
    caseNumber: caseNo === null ? null : linkedNumberKey(kind, caseNo),
  };
}

/** A ticket that cannot be read must not tell a wrong code from a number that there is not. */
function unlessUnreadable(error: unknown): void {
  if (error instanceof DepartmentError && error.code === 'DEPARTMENT_DATA_INVALID') return;
  throw error;
}
