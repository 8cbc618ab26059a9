import { createSecretKey } from 'node:crypto';
import { buildSchema, defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { AuditLog } from '#auth/audit/log.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { courtFacts, judge } from '#auth/decisions/facts.fixture.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { type Findings, NOTHING_FOUND, type StatementVerifier } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { GrantsVerifier } from '#auth/grants/verify.ts';
import { createClock } from '#schema/clock.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { OwnerContext, type OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const TODAY = '2025-06-16';

export const LIN: VerifiedEnvelope = {
  signer: 'gateway',
  ...judge(),
  onlyCase: null,
  requestId: 'r-1',
  operation: null,
};
export const HANDLED: Findings = {
  stage: 'FIRST_INSTANCE',
  records: [courtFacts()],
  ownPartyKeys: [],
  failures: [],
  grants: null,
};

/** Grants that nobody signed: in tests a token is the list itself. */
export const GRANTS_AS_JSON: GrantsVerifier = {
  verify: async (token) => JSON.parse(token ?? '[]') as LiveGrant[],
};

/** What an owner is given, with what its statements say; without, nothing was found. */
export function meansOf(verify: StatementVerifier['verify'] = async () => NOTHING_FOUND): OwnerMeans {
  return {
    statements: { verify },
    grants: GRANTS_AS_JSON,
    clock: createClock({ today: TODAY }),
    opaqueIdKey: createSecretKey(Buffer.alloc(32)),
    auditCaseKey: createSecretKey(Buffer.alloc(32)),
  };
}

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Record<string, unknown>>;

/** A subgraph of one schema whose root fields are the test's functions. */
export function subgraphOf(
  sdl: string,
  root: Record<string, Resolve>,
  answerOwner?: Subgraph['answerOwner'],
): Subgraph & { isClosed: boolean; isReady: boolean } {
  const schema: GraphQLSchema = buildSchema(sdl);
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    field.resolve = (root[field.name] as GraphQLFieldResolver<unknown, unknown>) ?? defaultFieldResolver;
  return {
    name: 'court',
    schema,
    isClosed: false,
    isReady: true,
    createContext: (envelope, scope) => new RequestContext(envelope, scope),
    ...(answerOwner && { answerOwner }),
    async ready() {
      if (!this.isReady) throw new Error('down');
    },
    async close() {
      this.isClosed = true;
    },
  };
}

/** An audit log in memory; full when the test says so. */
export function auditInMemory() {
  const records: AuditRecord[] = [];
  const state = { isFull: false, isClosed: false };
  const log: AuditLog = {
    append(more) {
      if (more.length > 0 && state.isFull) throw new GraphError('AUDIT_UNAVAILABLE');
      records.push(...more);
    },
    close: () => {
      state.isClosed = true;
    },
  };
  return { log, records, state };
}

/** A department's context over facts in memory; it notes each record whose facts are fetched. */
export class CourtInMemory extends OwnerContext {
  readonly asked: string[] = [];
  readonly #known: readonly RecordFacts[];

  constructor({
    envelope = LIN,
    known = [courtFacts()],
    verify,
  }: {
    envelope?: VerifiedEnvelope;
    known?: readonly RecordFacts[];
    verify?: StatementVerifier['verify'];
  } = {}) {
    super({ department: 'COURT', system: '12368', ...meansOf(verify) }, envelope, new RequestScope(envelope));
    this.#known = known;
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    this.asked.push(recordNo);
    return this.#known.find((facts) => facts.recordNo === recordNo) ?? null;
  }
}
