import type { GraphQLError } from 'graphql';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import { isTransferKey, type RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type {
  AppointmentRequest,
  NewServiceTicket,
  ServiceTicket,
} from '#adapters/systems/procuratorate-12309/service-records.ts';
import type { TicketFacts } from '#adapters/systems/records/tickets.ts';
import { type Findings, NOTHING_FOUND } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { AcceptanceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { meansOf } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import { type Kept, paged, RECORDS } from '#subgraphs/procuratorate/reviews.fixture.ts';
import { createProcuratorateSubgraph } from '#subgraphs/procuratorate/subgraph.ts';

export interface InMemory {
  /** @default those of WORLD's cases 1, 2, 3, 6 and 13 */
  readonly records?: readonly Kept[];
  readonly tickets?: readonly (TicketFacts & { readonly ticket: ServiceTicket | Error })[];
  readonly failure?: Error;
}

/** 12309 with these records and tickets; notes its calls, and what was asked for to be made. */
export function procuratorate({ records = RECORDS, tickets = [], failure }: InMemory = {}) {
  const calls: string[] = [];
  const requests: (NewServiceTicket | AppointmentRequest)[] = [];
  function called(what: string) {
    calls.push(what);
    if (failure) throw failure;
  }
  const by =
    <Key extends RecordNo, Value>(what: string, value: (each: Kept) => Value | undefined) =>
    async (numbers: readonly Key[]) => {
      called(`${what} ${numbers.length}`);
      const known = records.filter(({ facts }) => (numbers as readonly RecordNo[]).includes(facts.recordNo));
      return new Map(
        known.flatMap((each) => {
          const found = value(each);
          return found === undefined ? [] : [[each.facts.recordNo as Key, found] as const];
        }),
      );
    };
  const ticketOf = (number: string) => tickets.find(({ ticketNo }) => ticketNo === number);
  const system: ProcuratorateSystem = {
    caseFacts: by('facts', ({ facts }) => facts),
    arrestReviewsByNumber: by<AcceptanceNo, NonNullable<Kept['arrest']>>('arrest reviews', ({ arrest }) => arrest),
    prosecutionReviewsByNumber: by<AcceptanceNo, NonNullable<Kept['prosecution']>>(
      'prosecution reviews',
      ({ prosecution }) => prosecution,
    ),
    partiesByCase: by('parties', ({ parties }) => parties),
    documentsByCase: by<AcceptanceNo, Kept['documents']>('documents', ({ documents }) => documents),
    transfersByCase: by('transfers', ({ transfers }) => transfers),
    linkedNumbersByCase: by('linked numbers', ({ linkedNumbers }) => linkedNumbers),
    async acceptanceNosByPoliceCase(numbers: readonly PoliceCaseNo[]) {
      called(`reviews of police cases ${numbers.length}`);
      const own = (number: string) =>
        records.filter(({ linkedNumbers }) => linkedNumbers.some((linked) => linked.number === number));
      return new Map(numbers.map((number) => [number, own(number).map(({ facts }) => facts.recordNo as AcceptanceNo)]));
    },
    async transferInbox(offices) {
      called(`inbox ${offices}`);
      const waiting = records.filter(({ facts }) => isTransferKey(facts.recordNo));
      const at = (office: string) => waiting.filter(({ facts }) => facts.agencyCode === office);
      return new Map(
        offices.map((office) => [
          office,
          at(office).flatMap(({ transfers, linkedNumbers }) => transfers.map((each) => ({ ...each, linkedNumbers }))),
        ]),
      );
    },
    async page(after, limit) {
      called(`page ${after} ${limit}`);
      return records
        .map(paged)
        .sort((a, b) => (a.recordNo < b.recordNo ? -1 : 1))
        .filter(({ recordNo }) => recordNo > (after ?? ''))
        .slice(0, limit);
    },
    async ticketFacts(numbers) {
      called(`ticket facts ${numbers}`);
      return new Map(numbers.flatMap((number) => (ticketOf(number) ? [[number, ticketOf(number)] as never] : [])));
    },
    async ticketsByNumber(numbers) {
      called(`tickets ${numbers}`);
      const known = numbers.flatMap((number) => ticketOf(number)?.ticket ?? []);
      return new Map(
        known.map((ticket) => {
          if (ticket instanceof Error) throw ticket;
          return [ticket.ticketNo, ticket];
        }),
      );
    },
    async ticketsByOffice({ agencyCode, first, after }) {
      called(`tickets of ${agencyCode} ${first} ${after}`);
      return tickets.flatMap(({ ticket }) => (ticket instanceof Error ? [] : ticket));
    },
    async createTicket(ticket) {
      called('create ticket');
      requests.push(ticket);
      return { outcome: { ticketNo: tickets[0]?.ticketNo ?? '', queryCode: 'QNEW22' }, repeated: false };
    },
    earliestSlotsByCase: by<AcceptanceNo, never>(
      'slots',
      ({ facts }) =>
        ({
          acceptanceNo: facts.recordNo as AcceptanceNo,
          ...{ open: true, startsAt: '2025-06-17T09:00:00+08:00', latestBy: '2025-06-19', place: '阅卷一室' },
        }) as never,
    ),
    appointmentsByCase: async () => new Map(),
    async requestFileReading(request) {
      called('request file reading');
      requests.push(request);
      const { acceptanceNo, licenceNo, startsAt } = request;
      const outcome = { acceptanceNo, licenceNo, startsAt: startsAt ?? '2025-06-17T09:00:00+08:00' };
      const more = { appointmentKey: 'YJ1', status: 'CONFIRMED', latestBy: '2025-06-19', place: '阅卷一室' } as const;
      return { outcome: { ...outcome, ...more }, repeated: false };
    },
    async ping() {},
    async close() {},
  };
  return { system, calls, requests };
}

export type Procuratorate = ReturnType<typeof procuratorate>;

/** One request to the subgraph over that system: whatever is asked of it, it is the same request. */
export function request({ system }: Procuratorate, envelope: VerifiedEnvelope, findings: Findings = NOTHING_FOUND) {
  const subgraph = createProcuratorateSubgraph(
    system,
    meansOf(async () => findings),
  );
  const context = subgraph.createContext(envelope, new RequestScope(envelope));
  const askOwner = async (question: OwnerQuestion) => {
    const answer = await subgraph.answerOwner?.(question, context);
    return JSON.parse(JSON.stringify(answer)) as readonly Record<string, never>[];
  };
  return {
    context,
    askOwner,
    /** Rows of one list of one case. */
    async askRows(list: string, recordNos: readonly string[]) {
      const cases = [{ caseUid: 'ZF-1', statement: 's', recordNos }];
      const [answer] = await askOwner({ ask: 'rows', list, cases } as OwnerQuestion);
      return (answer as { readonly rows?: readonly Record<string, never>[] } | undefined)?.rows ?? [];
    },
    /** The case's reviews, as the gateway asks for them; of several cases, the same number of each. */
    async askCases(selection: string, cases: readonly (readonly string[])[]) {
      const r = cases.map((numbers, index) => ({
        ...{ __typename: 'Case', caseUid: `ZF-${index + 1}`, statement: 's' },
        linkedNumbers: numbers.map((number) => `ACCEPTANCE_NO ${number}`),
      }));
      const query = `query Q($r: [_Any!]!) { _entities(representations: $r) { ... on Case { ${selection} } } }`;
      const { data = null, errors = [] } = await respond(subgraph, { query, variables: { r } }, context);
      const found = JSON.parse(JSON.stringify(data)) as { _entities?: readonly Record<string, never>[] } | null;
      return {
        cases: found?._entities ?? [],
        errors: errors.map((error: GraphQLError) => publicError(error)),
      };
    },
    rules: () => context.auditRecords.map(({ subject, decision, rule }) => `${subject} ${decision} ${rule}`),
  };
}
