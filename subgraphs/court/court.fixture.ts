import type { GraphQLError } from 'graphql';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import { factsFor, user } from '#auth/decisions/world.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { type CourtFile, FILES } from '#subgraphs/court/files.fixture.ts';
import { createCourtSubgraph } from '#subgraphs/court/subgraph.ts';
import { meansOf } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import type { OwnerAnswer } from '#subgraphs/kit/owner-rows.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';

/** 12368 with these records and no tickets; notes its calls, and how many keys each took. */
export function court(files: readonly CourtFile[] = FILES) {
  const calls: string[] = [];
  const state: { failure: Error | null; calendar: Error | null } = { failure: null, calendar: null };
  function called(what: string) {
    calls.push(what);
    if (state.failure) throw state.failure;
  }
  const byCase =
    <Value>(what: string, value: (file: CourtFile) => Value) =>
    async (numbers: readonly CourtCaseNo[]) => {
      called(`${what} ${numbers.length}`);
      const known = files.filter(({ record }) => numbers.includes(record.courtCaseNo));
      return new Map(known.map((file) => [file.record.courtCaseNo, value(file)]));
    };
  const unasked = async () => {
    throw new Error('nothing asks this');
  };
  const system: CourtSystem = {
    caseFacts: byCase('facts', ({ facts }) => facts),
    casesByNumber: byCase('cases', ({ record }) => record),
    partiesByCase: byCase('parties', ({ parties }) => parties),
    hearingsByCase: byCase('hearings', ({ hearings }) => hearings),
    noticesByCase: byCase('notices', ({ notices }) => notices),
    feesByCase: byCase('fees', ({ fees }) => fees),
    documentsByCase: byCase('documents', ({ documents }) => documents),
    representationsByCase: byCase('representations', ({ representations }) => representations),
    async calendar({ agencyCode, staffNo, from, to }) {
      called(`calendar ${agencyCode} ${staffNo} ${from} ${to}`);
      if (state.calendar) throw state.calendar;
      return files
        .filter(({ facts }) => facts.agencyCode === agencyCode && facts.listedFor.includes(staffNo))
        .flatMap(({ record, hearings, linkedNumbers }) => {
          const relatedNos = linkedNumbers.flatMap((each) =>
            each.kind === 'COURT_CASE_NO' && each.number !== null ? each.number : [],
          );
          return hearings.map((each) => ({ ...each, courtCaseNo: record.courtCaseNo, relatedNos }));
        })
        .filter(({ startsAt }) => from <= startsAt.slice(0, 10) && startsAt.slice(0, 10) <= to);
    },
    async page(after, limit) {
      called(`page ${after} ${limit}`);
      return files
        .map(({ facts, record, parties, caseUid, linkedNumbers }) => ({
          ...{ ...facts, recordKey: record.rawNumber, caseUid, status: record.status, linkedNumbers, parties },
        }))
        .sort((a, b) => (a.recordKey < b.recordKey ? -1 : 1))
        .filter(({ recordKey }) => recordKey > (after ?? ''))
        .slice(0, limit);
    },
    ticketFacts: unasked,
    ticketsByNumber: unasked,
    ticketsByOffice: unasked,
    createTicket: unasked,
    async ping() {},
    async close() {},
  };
  return { system, calls, state };
}

type Court = ReturnType<typeof court>;

/** Who asks through which of WORLD's cases: what casework would state of it is what the departments say (`world.fixture`). */
export interface Asker {
  readonly name: string;
  /** @default the account's own */
  readonly staffNo?: null;
  readonly caseNo?: number;
  readonly onlyCase?: string;
  readonly findings?: Partial<Findings>;
}

function meansFor({ name, caseNo, findings }: Asker): OwnerMeans {
  const known = caseNo === undefined ? { records: [], stage: null } : factsFor(name, caseNo);
  const ownPartyKeys = OWN_PARTIES[name]?.map((key) => `${key.number}#${key.party}`) ?? [];
  const stated: Findings = { ...known, ownPartyKeys, failures: [], grants: null, ...findings };
  return meansOf(async () => stated);
}

/** The keys by which casework knows the callers who are parties, or counsel of one, in the court's records. */
const OWN_PARTIES: Readonly<Record<string, readonly { number: string; party: string }[]>> = {
  'lawyer.he': [{ number: '（2025）鲁9999刑初999901号', party: '1' }],
  'party.zheng': sameKey(
    '1',
    '（2025）鲁9999民初999905号',
    '（2025）鲁9999诉前调999915号',
    '（2025）鲁9999诉前调999914号',
  ),
  'party.hua': sameKey(
    '2',
    '（2025）鲁9999民初999905号',
    '（2025）鲁9999诉前调999915号',
    '（2025）鲁9999诉前调999914号',
  ),
};

function sameKey(party: string, ...numbers: readonly string[]) {
  return numbers.map((number) => ({ number, party }));
}

function envelopeOf({ name, staffNo, onlyCase }: Asker, signer: VerifiedEnvelope['signer']): VerifiedEnvelope {
  const { principal, purpose } = user(name);
  const named = { ...principal, ...(staffNo === null && { staffNo }) };
  return { signer, principal: named, purpose, onlyCase: onlyCase ?? null, requestId: 'r-1', operation: null };
}

/** One question to the subgraph: data, errors as clients see them, and the decisions on record. */
export async function ask(
  { system }: Court,
  asker: Asker,
  query: string,
  variables: Record<string, unknown> = {},
  scope = new RequestScope(envelopeOf(asker, 'casework')),
) {
  const subgraph = createCourtSubgraph(system, meansFor(asker));
  const context = subgraph.createContext(envelopeOf(asker, 'gateway'), scope);
  const { data = null, errors = [] } = await respond(subgraph, { query, variables }, context);
  return {
    data: JSON.parse(JSON.stringify(data)) as Record<string, never> | null,
    errors: errors.map((error: GraphQLError) => publicError(error) as { message: string; extensions: object }),
    decisions: context.auditRecords.map(({ subject, decision, rule }) => `${subject} ${decision} ${rule}`),
  };
}

/** The case's court records, as the gateway asks for them. */
export async function askCase(asked: Court, asker: Asker, selection: string, numbers = numbersOf(asker)) {
  const representation = {
    __typename: 'Case',
    caseUid: 'ZF-1',
    statement: 's',
    linkedNumbers: numbers.map((number) => `COURT_CASE_NO ${number}`),
  };
  const answer = await ask(
    asked,
    asker,
    `query Q($r: [_Any!]!) { _entities(representations: $r) { ... on Case { ${selection} } } }`,
    { r: [representation] },
  );
  return { ...answer, case: (answer.data?._entities as readonly Record<string, never>[] | undefined)?.[0] ?? null };
}

/** The rows of one list, as casework asks for them. */
export async function askRows(asked: Court, asker: Asker, list: string, numbers = numbersOf(asker)) {
  const reference = { caseUid: 'ZF-1', statement: 's', recordNos: numbers };
  const question = { ask: 'rows', list, cases: [reference] } as OwnerQuestion;
  const [answer] = (await askOwner(asked, asker, question)) as [OwnerAnswer<Record<string, unknown>>];
  return 'rows' in answer ? answer.rows : answer;
}

export function askOwner(
  { system }: Pick<Court, 'system'>,
  asker: Asker,
  question: OwnerQuestion,
  roles?: readonly string[],
  scope = new RequestScope(envelopeOf(asker, 'casework')),
) {
  const subgraph = createCourtSubgraph(system, meansFor(asker));
  const envelope = envelopeOf(asker, 'casework');
  const principal = { ...envelope.principal, ...(roles && { roles: new Set(roles) }) };
  const context = subgraph.createContext({ ...envelope, principal }, scope);
  return subgraph.answerOwner?.(question, context) as Promise<readonly Record<string, unknown>[]>;
}

function numbersOf({ caseNo = 0 }: Asker): readonly string[] {
  return FILES.filter((file) => file.caseNo === caseNo).map(({ record }) => record.courtCaseNo);
}
