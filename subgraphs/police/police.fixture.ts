import type { GraphQLError } from 'graphql';
import type { IngestedPoliceCase, PoliceSystem } from '#adapters/systems/police/port.ts';
import { type Findings, NOTHING_FOUND } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { meansOf } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Kept } from '#subgraphs/police/cases.fixture.ts';
import { createPoliceSubgraph } from '#subgraphs/police/subgraph.ts';

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

/** One request to the subgraph over that system: whatever is asked of it, it is the same request. */
export function request(
  { system }: ReturnType<typeof police>,
  envelope: VerifiedEnvelope,
  findings: Findings = NOTHING_FOUND,
) {
  const subgraph = createPoliceSubgraph(
    system,
    meansOf(async () => findings),
  );
  const context = subgraph.createContext(envelope, new RequestScope(envelope));
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
