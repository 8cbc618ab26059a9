import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Agent } from 'undici';
import type { RequestState } from '#gateway/request/state.ts';
import { isErrorCode } from '#schema/errors/codes.ts';
import { type DepartmentErrorCode, GraphError } from '#schema/errors/graph-error.ts';
import { isObject, NoAnswer, postJson } from '#service/http/post-json.ts';

type Response = Awaited<ReturnType<GraphQLDataSource<RequestState>['process']>>;

export interface HttpSourceOptions {
  readonly url: string;
  readonly agent: Agent;
  /** Milliseconds for one whole answer of a subgraph, which itself has shorter limits for what lies underneath. @default 20000 */
  readonly timeoutMs?: number;
  /** Whether its sentences are somebody else's: then an error's code counts and its words do not, since they may name hosts or SQL. @default false */
  readonly foreign?: boolean;
  /** Headers that vouch for the caller; none for subgraphs that demand no envelope. */
  vouch?(state: RequestState, body: string): Promise<Record<string, string>>;
  /** The error that stands for this subgraph's failure. */
  failure(code: DepartmentErrorCode, cause: unknown): GraphError;
  /** Writes what went wrong to the log. */
  onFailure(state: RequestState, cause: unknown): void;
}

/** Sends a planned fetch to one subgraph over HTTP. It never forwards the user's token, and never throws: a failure is an error in the answer. */
export function createHttpSource(source: HttpSourceOptions): GraphQLDataSource<RequestState> {
  const { url, agent, timeoutMs = 20_000, foreign = false } = source;
  return {
    async process({ request, ...options }: GraphQLDataSourceProcessOptions<RequestState>): Promise<Response> {
      const { query, variables, operationName } = request;
      // The types allow for a gateway that asks on nobody's behalf, to load schemas; ours never does.
      const state = options.context as RequestState;
      const body = JSON.stringify({ query, variables, operationName });
      try {
        const headers = { 'x-request-id': state.requestId, ...(await source.vouch?.(state, body)) };
        return resultOf(await postJson(url, { agent, headers, body, timeoutMs, signal: state.signal }), foreign);
      } catch (cause) {
        source.onFailure(state, cause);
        const isLate = cause instanceof NoAnswer && cause.isLate;
        const failure = source.failure(isLate ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE', cause);
        return {
          data: null,
          errors: [{ message: failure.message, extensions: failure.toExtensions() }],
        } as unknown as Response;
      }
    },
  };
}

/** Throws where an answer is no GraphQL result. A 401 is about the gateway and no news for its caller. */
function resultOf(
  { status, value: { data, errors } }: Awaited<ReturnType<typeof postJson>>,
  foreign: boolean,
): Response {
  const isResult = isObject(data) || (data == null && Array.isArray(errors));
  if (!isResult || status === 401) throw new Error(`the subgraph answered ${status} without a GraphQL result`);
  return {
    data: data ?? null,
    ...(Array.isArray(errors) && {
      errors: errors.filter(isObject).map((error) => planable(foreign ? inOurWords(error) : error)),
    }),
  } as unknown as Response;
}

/** The planner looks an error's code up in a plain object: it would find `constructor` there, and lose the whole answer over it. */
function planable(error: Record<string, unknown>): Record<string, unknown> {
  const { extensions } = error;
  const isPlain = isObject(extensions) && !(String(extensions.code) in Object.prototype);
  return isPlain ? error : { ...error, extensions: {} };
}

/** A foreign subgraph's error: the place, and of a stable code our own sentences for it. */
function inOurWords({ path, extensions, message }: Record<string, unknown>): Record<string, unknown> {
  const code = isObject(extensions) ? extensions.code : undefined;
  const known = isErrorCode(code) ? new GraphError(code) : null;
  return { path, message: known?.message ?? message, extensions: known?.toExtensions() ?? {} };
}
