import { composeServices } from '@apollo/composition';
import { buildASTSchema, parse } from 'graphql';
import { pino } from 'pino';
import type { AuditRecord } from '#auth/audit/record.ts';
import type { VerifiedClaims } from '#auth/tokens/verifier.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { DEFAULT_LIMITS } from '#gateway/limits/limits.ts';
import { createThrottle, NO_USER_LIMITS, type UserLimits } from '#gateway/limits/throttle.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';
import { createPlanner, type SourceFactory } from '#gateway/planning/planner.ts';
import { createZhengfaGraphProfile } from '#gateway/profiles/zhengfa-graph.ts';
import type { PipelineParts } from '#gateway/request/pipeline.ts';
import type { RequestState } from '#gateway/request/state.ts';
import type { OperationRules } from '#gateway/trusted/document-of.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

const SUBGRAPH = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy", "@authenticated"])
  type Query {
    open(text: String): String
    ticket(ticketNo: ID!, queryCode: String): String
    must: String!
    mine: String @authenticated
    case(no: ID): Case @policy(policies: [["case.read"]])
  }
  type Case { caseUid: ID! }
  type Mutation { note(text: String): String }`;

const ANY: OperationRules = { mode: 'any', operations: new Map() };
interface FrontOptions {
  readonly userLimits?: UserLimits;
  readonly operations?: OperationRules;
  /** What limits take for the time, in milliseconds. */
  readonly now?: () => number;
}
type Answers = (query: string, variables: Record<string, unknown> | undefined, state: RequestState) => unknown;

/** The whole gateway behind its HTTP form, real but for three ends: the subgraph, the token's signature and the audit's file are the test's. */
export async function front(
  answers: Answers = () => ({ data: null }),
  { userLimits = NO_USER_LIMITS, operations = ANY, now }: FrontOptions = {},
) {
  const { supergraphSdl = '' } = composeServices([
    { name: 'casework', url: 'http://casework', typeDefs: parse(SUBGRAPH) },
  ]);
  const supergraph = readSupergraph(supergraphSdl);
  const audited: AuditRecord[] = [];
  const asked: string[] = [];
  const audit = { isFull: false };
  const connect: SourceFactory = () => ({
    async process({ request, context }: Parameters<ReturnType<SourceFactory>['process']>[0]) {
      asked.push(String(request.query));
      return (await answers(
        String(request.query),
        request.variables as Record<string, unknown>,
        context as RequestState,
      )) as never;
    },
  });
  const profile = createZhengfaGraphProfile({
    auditCaseId: (caseUid) => `A-${caseUid}`,
    envelopes: { sign: async () => '' },
    addresses: {},
    logger: pino({ level: 'silent' }),
    audit: {
      append(records) {
        if (audit.isFull) throw new GraphError('AUDIT_UNAVAILABLE');
        audited.push(...records);
      },
      close: () => {},
    },
  });
  const parts: PipelineParts = {
    supergraph,
    planner: await createPlanner(supergraph.plannerSdl, connect, pino({ level: 'silent' })),
    profile: { ...profile, connect },
    tokens: {
      async verify(header) {
        if (header === undefined) return { kind: 'anonymous' };
        const role = /^Bearer ([^\s,]+)$/.exec(header)?.[1];
        if (role === undefined || role === 'bad') throw new GraphError('UNAUTHENTICATED');
        const claims = {
          sub: `sub-of-${role}`,
          iss: 'i',
          exp: 0,
          iat: 0,
          agency: 'COURT-379999',
          realm_access: { roles: [role] },
        };
        return { kind: 'caller', claims: claims as unknown as VerifiedClaims };
      },
    },
    limits: DEFAULT_LIMITS,
    weights: typeWeights(buildASTSchema(parse(supergraph.plannerSdl), { assumeValidSDL: true })),
    introspection: false,
    throttle: createThrottle(userLimits, now),
    operations,
    batchMax: 3,
  };
  return { parts, audited, asked, audit };
}
