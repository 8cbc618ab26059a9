import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import { createHandler, type Response } from 'graphql-http';
import { withoutNumbers } from '#gateway/errors/client-fault.ts';
import { presentError } from '#gateway/errors/present.ts';
import { answerBatches } from '#gateway/http/batch.ts';
import { BARE, form } from '#gateway/http/form-errors.ts';
import { documentIdIn, readParams } from '#gateway/http/params.ts';
import type { Profile } from '#gateway/profiles/profile.ts';
import { type PipelineParts, type Prepared, prepare, run } from '#gateway/request/pipeline.ts';
import { Refusal, refusalOf } from '#gateway/request/refusal.ts';
import type { RequestState } from '#gateway/request/state.ts';
import type { ErrorCodeName } from '#schema/errors/codes.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface GraphQLRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** The address that the connection comes from. */
  readonly source: string | null;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the log: which operation it was, who asked, which errors it ended with. */
  readonly operationName: string | null;
  readonly actor: string | null;
  readonly codes: readonly string[];
}

/** What is noted while a request is handled. */
interface Notes {
  prepared: Prepared | null;
  state: RequestState | null;
  readonly codes: Set<string>;
}

/**
 * GraphQL over HTTP by `graphql-http`, which knows the letter of it (media types, forms, status codes); what happens between the form
 * and the answer is ours (`gateway/request`).
 */
export function createGraphQLHandler(parts: PipelineParts, onUnexpected: (requestId: string, error: unknown) => void) {
  return answerBatches(answerOne, parts.batchMax);

  async function answerOne(request: GraphQLRequest): Promise<GraphQLAnswer> {
    const notes: Notes = { prepared: null, state: null, codes: new Set() };
    const present = (error: unknown) => {
      const presented = presentError(error, request.requestId);
      notes.codes.add(String(presented.extensions?.code));
      return presented;
    };
    const refused = (thrown: unknown): Response => {
      const known = thrown instanceof GraphError ? refusalOf(thrown) : thrown;
      if (known instanceof Refusal) return toResponse(known, request.headers, present);
      onUnexpected(request.requestId, thrown);
      return toResponse(refusalOf(new GraphError('INTERNAL')), request.headers, present);
    };
    const handler = createHandler<unknown, unknown, Prepared & Record<PropertyKey, unknown>>({
      // graphql-http's types know Error and GraphQLError; what it does is to stringify what it is given.
      formatError: (error) => present(form(error)) as unknown as GraphQLError,
      parseRequestParams: readParams,
      async onSubscribe(_raw, params) {
        const { query, operationName, variables } = params;
        try {
          notes.prepared = await prepare(
            parts,
            {
              ...request,
              query,
              documentId: documentIdIn(params),
              operationName: operationName ?? undefined,
              variables: ownOnly(variables),
            },
            request,
            (state) => {
              notes.state = state;
            },
          );
          const { document, operationName: chosen } = notes.prepared;
          return {
            schema: parts.planner.apiSchema,
            document,
            contextValue: { ...notes.prepared },
            ...(chosen !== undefined && { operationName: chosen }),
          };
        } catch (thrown) {
          if (thrown instanceof GraphQLError) return [thrown];
          if (Array.isArray(thrown)) return thrown as GraphQLError[];
          return refused(thrown);
        }
      },
      execute: ({ contextValue }) => run(parts, contextValue as unknown as Prepared),
    });
    const answer = await handler({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body,
      raw: null,
      context: undefined as never,
    }).catch(refused);
    const finished = finish(answer, notes, present);
    try {
      recordAnswer(parts.profile, notes, finished);
      return finished;
    } catch (thrown) {
      return finish(refused(thrown), notes, present);
    }
  }
}

/** Keeps what the operation ended with, before it leaves. @throws GraphError AUDIT_UNAVAILABLE */
function recordAnswer(profile: Profile, { state, prepared, codes }: Notes, { status, body }: GraphQLAnswer): void {
  if (state === null) return;
  const ended = [...codes] as ErrorCodeName[];
  const failed = ended.find((code) => FAILURES.has(code));
  const [first] = ended;
  profile.recordDecision(state, {
    event: 'answer',
    ...(failed
      ? { decision: 'failure', rule: failed }
      : // What did not pass the checks was refused, though relaxed media types say so with status 200.
        first !== undefined && (status !== 200 || prepared === null)
        ? { decision: 'deny', rule: first }
        : { decision: 'permit', rule: 'answered' }),
    codes: ended,
    digest: `sm3:${createHash('sm3').update(body).digest('hex')}`,
  });
}

/** Codes of errors that are nobody's fault who asked. */
const FAILURES: ReadonlySet<ErrorCodeName> = new Set([
  'DEPARTMENT_UNAVAILABLE',
  'DEPARTMENT_TIMEOUT',
  'DEPARTMENT_DATA_INVALID',
  'INTERNAL',
]);

/** A variable called `constructor` or `__proto__` that was left out is left out. */
function ownOnly(variables: unknown): Readonly<Record<string, unknown>> {
  return Object.assign(Object.create(null), variables);
}

function toResponse(
  { status, errors, headers }: Refusal,
  asked: IncomingHttpHeaders,
  present: (error: unknown) => unknown,
): Response {
  const type = asked.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  const body = JSON.stringify({ errors: errors.map(present) });
  return [body, { status, statusText: '', headers: { ...headers, 'content-type': `${type}; charset=utf-8` } }];
}

function finish(
  [body, init]: Response,
  { prepared, codes }: Notes,
  present: (error: unknown) => unknown,
): GraphQLAnswer {
  const bare = body === null ? BARE[init.status] : undefined;
  return {
    status: init.status,
    headers: { ...init.headers, ...(bare && { 'content-type': 'application/json; charset=utf-8' }) },
    body: body ?? (bare ? JSON.stringify({ errors: [present(new GraphError('BAD_USER_INPUT', bare))] }) : ''),
    operationName: prepared?.operationName === undefined ? null : withoutNumbers(prepared.operationName),
    actor: prepared?.state.caller?.sub ?? null,
    codes: [...codes],
  };
}
