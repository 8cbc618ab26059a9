import { createSecretKey } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import type { IngestedPoliceCase, PoliceSystem } from '#adapters/systems/police/port.ts';
import { factsAbout } from '#auth/decisions/facts.ts';
import { holdersOf } from '#auth/decisions/rules.ts';
import { type Findings, NOTHING_FOUND } from '#auth/decisions/statement.ts';
import { factsFor, user } from '#auth/decisions/world.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { createClock } from '#schema/clock.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { GRANTS_AS_JSON } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Kept } from '#subgraphs/police/cases.fixture.ts';
import { createPoliceSubgraph } from '#subgraphs/police/subgraph.ts';

export const TODAY = '2025-06-16';

/** The police's system with these cases; notes its calls. */
export function police(cases: readonly Kept[], failure: Error | null = null) {
  const calls: string[] = [];
  const called = (what: string) => {
    calls.push(what);
    if (failure) throw failure;
  };
  const by =
    <Value>(what: string, value: (each: Kept) => Value) =>
    async (numbers: readonly PoliceCaseNo[]) => {
      called(`${what} ${numbers.length}`);
      const known = cases.filter(({ facts }) => numbers.includes(facts.policeCaseNo));
      return new Map(known.map((each) => [each.facts.policeCaseNo, value(each)]));
    };
  const system: PoliceSystem = {
    caseFacts: by('facts', ({ facts }) => facts),
    casesByNumber: by('cases', ({ record }) => record),
    partiesByCase: by('parties', ({ parties }) => parties),
    measuresByCase: by('measures', ({ measures }) => measures),
    custodyByCase: by('custody', ({ custodies }) => custodies),
    documentsByCase: by('documents', ({ documents }) => documents),
    transfersByCase: by('transfers', ({ transfers }) => transfers),
    async handoversByCentre({ detentionCentre, pendingOnly, first, after }) {
      called(`handovers ${detentionCentre} ${pendingOnly} ${first} ${after}`);
      return cases
        .flatMap(({ custodies }) => custodies)
        .filter((custody) => custody.detentionCentre === detentionCentre)
        .flatMap(({ handovers, ...custody }) => handovers.map((handover) => ({ ...custody, handover })))
        .filter(({ handover }) => handover.handoverKey > (after ?? '') && !(pendingOnly && handover.receiptAt))
        .sort((a, b) => (a.handover.handoverKey < b.handover.handoverKey ? -1 : 1))
        .slice(0, first);
    },
    async page(after, limit) {
      called(`page ${after} ${limit}`);
      return cases
        .map(toPaged)
        .filter(({ policeCaseNo }) => policeCaseNo > (after ?? ''))
        .sort((a, b) => (a.policeCaseNo < b.policeCaseNo ? -1 : 1))
        .slice(0, limit);
    },
    async ping() {},
    async close() {},
  };
  return { system, calls };
}

function toPaged({ facts, record, parties }: Kept): IngestedPoliceCase {
  const { status, linkedNumbers } = record;
  return facts.labelled
    ? { ...facts, caseUid: null, status: null, linkedNumbers: [], parties: [] }
    : { ...facts, caseUid: 'ZF-2025-000003' as never, status, linkedNumbers, parties };
}

/** A user of the demo, as the gateway or casework vouches for them. */
export function asker(name: string, override: Partial<VerifiedEnvelope> = {}): VerifiedEnvelope {
  return { signer: 'casework', ...user(name), onlyCase: null, requestId: 'r-1', operation: null, ...override };
}

/** What casework found of a case of the demo for this user. @param ownPartyKeys the user's own parties, in every department's records */
export function foundFor(name: string, caseNo: number, ownPartyKeys: readonly string[] = []): Findings {
  const { stage, records } = factsFor(name, caseNo);
  const holders = holdersOf(user(name).principal);
  return {
    stage,
    records: records.map((facts) => factsAbout(holders, facts)),
    ownPartyKeys,
    failures: [],
    grants: null,
  };
}

/** One request to the subgraph over that system: whatever is asked of it, it is the same request. */
export function request({ system }: ReturnType<typeof police>, envelope: VerifiedEnvelope, findings?: Findings) {
  const means: OwnerMeans = {
    statements: { verify: async () => findings ?? NOTHING_FOUND },
    grants: GRANTS_AS_JSON,
    clock: createClock({ today: TODAY }),
    opaqueIdKey: createSecretKey(Buffer.alloc(32)),
    auditCaseKey: createSecretKey(Buffer.alloc(32)),
  };
  const subgraph = createPoliceSubgraph(system, means);
  const context = subgraph.createContext(envelope, new RequestScope(envelope.requestId));
  return {
    async askOwner(question: OwnerQuestion) {
      const answer = await subgraph.answerOwner?.(question, context);
      return JSON.parse(JSON.stringify(answer)) as readonly Record<string, unknown>[];
    },
    async ask(query: string, variables: Record<string, unknown> = {}) {
      const { data = null, errors = [] } = await respond(subgraph, { query, variables }, context);
      return {
        data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> | null,
        errors: errors.map((error: GraphQLError) => publicError(error)),
      };
    },
    rules: () => context.auditRecords.map(({ subject, decision, rule }) => `${subject} ${decision} ${rule}`),
  };
}
