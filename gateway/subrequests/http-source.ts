import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { Agent, request as send } from 'undici';
import type { RequestState } from '#gateway/request/state.ts';
import type { DepartmentErrorCode, GraphError } from '#schema/errors/graph-error.ts';

type Response = Awaited<ReturnType<GraphQLDataSource<RequestState>['process']>>;

export interface HttpSourceOptions {
  readonly url: string;
  readonly agent: Agent;
  /** Headers that vouch for the caller; none for subgraphs that demand no envelope. */
  vouch?(state: RequestState, body: string): Promise<Record<string, string>>;
  /** The error that stands for this subgraph's failure. */
  failure(code: DepartmentErrorCode, cause: unknown): GraphError;
  /** Writes what went wrong to the log. */
  onFailure(state: RequestState, cause: unknown): void;
}

/** Bytes of one answer of a subgraph, at most. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Milliseconds for one answer of a subgraph, which itself has shorter limits for what lies underneath. */
const TIMEOUT_MS = 20_000;

/** Connections to subgraphs, kept alive, shared by all sources of a gateway. */
export function createSubrequestAgent(): Agent {
  return new Agent({
    connections: 64,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
}

/** Sends a planned fetch to one subgraph over HTTP. It never forwards the user's token, and never throws: a failure is an error in the answer. */
export function createHttpSource(source: HttpSourceOptions): GraphQLDataSource<RequestState> {
  return {
    async process({ request, ...options }: GraphQLDataSourceProcessOptions<RequestState>): Promise<Response> {
      const { query, variables, operationName } = request;
      // The types allow for a gateway that asks on nobody's behalf, to load schemas; ours never does.
      const state = options.context as RequestState;
      const body = JSON.stringify({ query, variables, operationName });
      try {
        const { statusCode, body: answer } = await send(source.url, {
          method: 'POST',
          dispatcher: source.agent,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            accept: 'application/json',
            'x-request-id': state.requestId,
            ...(await source.vouch?.(state, body)),
          },
          body,
          signal: state.signal,
        });
        const parsed = (await answer.json()) as Pick<Response, 'data' | 'errors'>;
        if (typeof parsed !== 'object' || parsed === null || (parsed.data == null && !Array.isArray(parsed.errors))) {
          throw new Error(`the subgraph answered ${statusCode} without a GraphQL result`);
        }
        return {
          data: parsed.data ?? null,
          ...(Array.isArray(parsed.errors) && { errors: parsed.errors }),
        } as Response;
      } catch (cause) {
        source.onFailure(state, cause);
        const failure = source.failure('DEPARTMENT_UNAVAILABLE', cause);
        return {
          data: null,
          errors: [{ message: failure.message, extensions: failure.toExtensions() }],
        } as unknown as Response;
      }
    },
  };
}
