import type { IncomingHttpHeaders } from 'node:http';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { callerFromClaims } from '#auth/caller.ts';
import type { TokenVerifier } from '#auth/tokens/verifier.ts';
import { type Authorized, authorize } from '#gateway/authorization/authorize.ts';
import { complete } from '#gateway/authorization/complete.ts';
import type { ProtectedSupergraph } from '#gateway/authorization/supergraph.ts';
import { refuseSecretsInAddress } from '#gateway/http/url-secrets.ts';
import { checkOperation } from '#gateway/limits/check-operation.ts';
import type { TypeWeights } from '#gateway/limits/cost.ts';
import type { Limits } from '#gateway/limits/limits.ts';
import { withDefaults } from '#gateway/limits/list-size.ts';
import { missesIn, numbersAsked } from '#gateway/limits/misses.ts';
import type { Throttle } from '#gateway/limits/throttle.ts';
import type { Planner } from '#gateway/planning/planner.ts';
import type { Profile } from '#gateway/profiles/profile.ts';
import { purposeOf } from '#gateway/request/headers.ts';
import { chooseOperation, coerceVariables, parseDocument, validateDocument } from '#gateway/request/operation.ts';
import { Refusal, refusalOf } from '#gateway/request/refusal.ts';
import type { RequestState } from '#gateway/request/state.ts';
import { audienceOf } from '#gateway/trusted/audience.ts';
import { type AskedDocument, documentOf, idOf, type OperationRules } from '#gateway/trusted/document-of.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface PipelineParts {
  readonly supergraph: ProtectedSupergraph;
  readonly planner: Planner;
  readonly profile: Profile;
  /** Null where nothing in the supergraph is protected and no token is asked for. */
  readonly tokens: TokenVerifier | null;
  readonly limits: Limits;
  readonly weights: TypeWeights;
  readonly throttle: Throttle;
  /** Which documents run. */
  readonly operations: OperationRules;
  /** Operations in one body, at most; 0 where only one may come alone. */
  readonly batchMax: number;
  readonly introspection: boolean;
}

/** One request in the form that GraphQL over HTTP gives it. */
export interface AskedOperation extends AskedDocument {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that passed every check and may be planned. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What it may cost (`gateway/limits`). */
  readonly cost: number;
  readonly authorized: Authorized;
  readonly state: RequestState;
}

/**
 * The checks, in their order (ARCHITECTURE 2): token, parse, limits, validate, fields by role and scope, purpose. Each throws a
 * {@link Refusal}, or a GraphError or GraphQLErrors that GraphQL over HTTP has a status for; nothing is fetched before all have passed.
 * `note` is told who asks as soon as that is known, and not of every request of a flood.
 */
export async function prepare(
  parts: PipelineParts,
  asked: AskedOperation,
  request: Pick<RequestState, 'requestId' | 'signal' | 'source'>,
  note: (state: RequestState) => void = () => {},
): Promise<Prepared> {
  const state = await readState(parts, asked, request);
  parts.throttle.admit(state, () => note(state));
  const text = documentOf(parts.operations, asked, audienceOf(state.caller));
  const document = parseDocument(text, parts.limits.tokens);
  const operation = chooseOperation(document, asked.operationName);
  if (operation.operation === 'mutation' && asked.method === 'GET') throw mutationOverGet();
  if (operation.operation === 'subscription') throw noSubscriptions();
  const { cost } = checkOperation(document, parts.limits, parts.weights, withDefaults(operation, asked.variables));
  const invalid = validateDocument(parts.planner.apiSchema, document, parts.introspection);
  if (invalid.length > 0) throw invalid;
  const variables = coerceVariables(parts.planner.apiSchema, operation, asked.variables);
  if ('errors' in variables) throw variables.errors;
  if (asked.method === 'GET') refuseSecretsInAddress(parts.planner.apiSchema, document, parts.profile.secretArguments);

  const rights = parts.profile.rights(state.caller);
  const authorized = authorize({
    supergraph: parts.supergraph,
    apiSchema: parts.planner.apiSchema,
    document,
    operationName: operation.name?.value,
    variables: asked.variables,
    rights,
  });
  decide(parts, state, authorized);
  return { document, operationName: operation.name?.value, variables: asked.variables, cost, authorized, state };
}

async function readState(
  { tokens, profile, throttle }: PipelineParts,
  asked: AskedOperation,
  request: Pick<RequestState, 'requestId' | 'signal' | 'source'>,
): Promise<RequestState> {
  const { headers } = asked;
  const nobody = { ...request, operation: idOf(asked), caller: null, purpose: purposeOf(headers), onlyCase: null };
  const verified = tokens
    ? await tokens.verify(headers.authorization).catch((error: unknown) => {
        throttle.admit(nobody);
        profile.recordDecision(nobody, { event: 'operation', decision: 'deny', rule: 'token.refused' });
        throw error;
      })
    : ANONYMOUS;
  if (verified.kind === 'anonymous') return { ...nobody, onlyCase: profile.onlyCase(headers) };
  const { claims } = verified;
  const state = { ...nobody, caller: callerFromClaims(claims), onlyCase: profile.onlyCase(headers) };
  profile.recordLogin(state, `${claims.sub} ${claims.sid ?? claims.iat}`);
  return state;
}

const ANONYMOUS = { kind: 'anonymous' } as const;

/** Fields by role and scope, then the purpose where a selected field needs one; both are on record before anything is fetched. */
function decide({ profile }: PipelineParts, state: RequestState, authorized: Authorized): void {
  const { denied, selected, policies } = authorized;
  if (denied.length > 0)
    profile.recordDecision(state, { event: 'operation', decision: 'deny', rule: 'fields.denied', fields: denied });
  if (authorized.allDenied || !authorized.runnable) {
    if (state.caller === null) throw refusalOf(new GraphError('UNAUTHENTICATED'));
    throw new Refusal(403, authorized.errors);
  }
  if (policies.size > 0 && !profile.purposeFits(state.caller, policies, state.purpose)) {
    profile.recordDecision(state, { event: 'operation', decision: 'deny', rule: 'purpose.required', fields: selected });
    throw refusalOf(new GraphError('PURPOSE_REQUIRED'));
  }
  profile.recordDecision(state, { event: 'operation', decision: 'permit', rule: 'fields.permitted', fields: selected });
}

/** Plans, fetches, and puts the answer into the shape that the client asked for. @throws Refusal RATE_LIMITED */
export async function run({ planner, throttle }: PipelineParts, prepared: Prepared): Promise<ExecutionResult> {
  const { authorized, variables, state, cost } = prepared;
  const asked = numbersAsked(planner.apiSchema, prepared.document, prepared.operationName);
  const end = throttle.begin(state, cost);
  try {
    const tellMisses = throttle.reserveMisses(state, asked.size);
    const { document, operationName, cacheKey } = authorized.planned;
    const result = await planner.run({ document, operationName, variables, cacheKey }, state);
    const answer = complete({
      authorized,
      apiSchema: planner.apiSchema,
      data: result.data ?? null,
      errors: result.errors ?? [],
      extensions: result.extensions,
    });
    tellMisses(missesIn(answer, asked));
    return answer;
  } finally {
    end();
  }
}

function mutationOverGet(): Refusal {
  const error = new GraphError('BAD_USER_INPUT', {
    zh: 'GET 只能用于查询，变更请用 POST。',
    en: 'GET is for queries only: send mutations by POST.',
  });
  return new Refusal(405, [error], { allow: 'POST' });
}

function noSubscriptions(): GraphError {
  return new GraphError('BAD_USER_INPUT', { zh: '不支持订阅。', en: 'Subscriptions are not supported.' });
}
