import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { AuditLog } from '#auth/audit/log.ts';
import { ENVELOPE_HEADER } from '#auth/envelope/envelope.ts';
import type { EnvelopeVerifier } from '#auth/envelope/verify.ts';
import { ERROR_CODES } from '#schema/errors/codes.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { readBody } from '#service/http/body.ts';
import { openDoor } from '#service/http/door.ts';
import { readTraceparent } from '#service/tracing/trace-context.ts';
import { inSpan, type Tracer, UNTRACED } from '#service/tracing/tracer.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { causeOf, describe, logFailures } from '#subgraphs/kit/failures.ts';
import { type AnswerOpenly, openDoorFor, sendJson } from '#subgraphs/kit/open-door.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScopes } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond, type SubgraphRequest } from '#subgraphs/kit/respond.ts';
import type { Door, Subgraph } from '#subgraphs/kit/subgraph.ts';

export interface SubgraphServerOptions {
  port: number;
  /** @default '127.0.0.1' */
  host?: string;
  envelopes: EnvelopeVerifier;
  audit: AuditLog;
  logger: Logger;
  /** @default nobody looks */
  tracer?: Tracer;
}

export interface RunningSubgraph {
  readonly name: string;
  readonly port: number;
  /** Takes no new request, lets those in flight finish, then frees the port and what lies underneath. */
  close(): Promise<void>;
}

/** Bytes of one request, at most: it is read before the envelope that vouches for it can be verified. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Serves one subgraph: `POST /graphql` and, for our other subgraphs, `POST /owner` and its doors, in an envelope and nothing without one; its open doors, `GET /health/live`, `GET /health/ready`. */
export async function serveSubgraph(subgraph: Subgraph, options: SubgraphServerOptions): Promise<RunningSubgraph> {
  const ready = readiness(subgraph);
  const scopes = new RequestScopes();
  const answers = answersOf(subgraph, options.logger);
  const server = createServer(async (request, response) => {
    if (request.url === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (request.url === '/health/ready') return sendJson(response, (await ready()) ? 200 : 503, {});
    const open = openDoorFor(subgraph.openDoors ?? [], request);
    const answer = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
    try {
      if (open) await serveOpen(open, request, response);
      else if (answer) await serve(answer, subgraph, scopes, options, request, response);
      else sendJson(response, 404, {});
    } catch (error) {
      const known = error instanceof GraphError ? error : new GraphError('INTERNAL', { cause: error });
      options.logger[known.code === 'INTERNAL' ? 'error' : 'warn'](
        { code: known.code, cause: describe(known.cause) },
        'request refused',
      );
      sendJson(response, ERROR_CODES[known.code].status, {
        errors: [{ message: known.message, extensions: known.toExtensions() }],
      });
    }
  });
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  const door = await openDoor(server, options.port, options.host ?? '127.0.0.1');
  return {
    name: subgraph.name,
    port: door.port,
    async close() {
      await door.close();
      await subgraph.close();
      options.audit.close();
    },
  };
}

/** What answers at a path: bytes in, an object out. */
type Answer = (body: string, context: RequestContext, requestId: string) => Promise<unknown>;

function answersOf(subgraph: Subgraph, logger: Logger): Readonly<Record<string, Answer>> {
  const graphql: Answer = async (body, context, requestId) => {
    context.requireSigner('gateway', 'graph');
    const result = await respond(subgraph, JSON.parse(body) as SubgraphRequest, context);
    recordFailures(context, result.errors);
    logFailures(logger, requestId, result.errors);
    return publicResult(result);
  };
  const door =
    (ask: Door['answer']): Answer =>
    async (body, context, requestId) => {
      try {
        const answer = await ask(JSON.parse(body), context);
        recordFailures(context, context.failures.map(atDoor));
        logFailures(logger, requestId, context.failures.map(atDoor));
        return answer;
      } catch (error) {
        const failed = error instanceof GraphQLError ? error : atDoor(error as Error);
        recordFailures(context, [failed]);
        logFailures(logger, requestId, [failed]);
        return { errors: [publicError(failed)] };
      }
    };
  const { answerOwner, doors = {} } = subgraph;
  return {
    '/graphql': graphql,
    ...(answerOwner && {
      '/owner': door(async (question, context) => ({ answer: await answerOwner(question as OwnerQuestion, context) })),
    }),
    ...Object.fromEntries(Object.entries(doors).map(([path, { answer }]) => [path, door(answer)])),
  };
}

function recordFailures(context: RequestContext, errors: readonly GraphQLError[] = []): void {
  for (const cause of errors.map(causeOf)) if (cause instanceof DepartmentError) context.recordFailure(cause);
}

function atDoor(originalError: Error): GraphQLError {
  return new GraphQLError('door', { originalError });
}

async function serve(
  answer: Answer,
  subgraph: Subgraph,
  scopes: RequestScopes,
  options: SubgraphServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null) return sendJson(response, 413, {});
  const envelope = await options.envelopes.verify(header(request, ENVELOPE_HEADER), body);
  const scope = scopes.of(envelope);
  scope.join(gone.signal);
  const context = subgraph.createContext(envelope, scope);
  context.keepAudit((records) => options.audit.append(records));
  const { tracer = UNTRACED } = options;
  const span = tracer.begin(subgraph.name, 'server', readTraceparent(header(request, 'traceparent')));
  const attributes = { 'zhengfa.request_id': envelope.requestId };
  const answered = await inSpan(span, attributes, () => answer(body, context, envelope.requestId)).finally(() => {
    scope.leave(gone.signal);
    context.writeAudit();
  });
  sendJson(response, 200, answered);
}

async function serveOpen(open: AnswerOpenly, request: IncomingMessage, response: ServerResponse) {
  const { status, body } = await open(request, MAX_BODY_BYTES);
  sendJson(response, status, body);
}

function publicResult({ data, errors }: ExecutionResult) {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(publicError) }) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Asks what lies underneath until it has answered once; a legacy system is not pinged for ever. */
function readiness(subgraph: Subgraph): () => Promise<boolean> {
  let answered = false;
  return async () => {
    if (answered) return true;
    answered = await subgraph.ready(AbortSignal.timeout(2_000)).then(
      () => true,
      () => false,
    );
    return answered;
  };
}
