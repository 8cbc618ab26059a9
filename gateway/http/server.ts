import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { refusedForm } from '#gateway/http/form-errors.ts';
import type { GraphQLAnswer, GraphQLRequest } from '#gateway/http/graphql.ts';
import { type RequestObserver, UNOBSERVED_REQUESTS } from '#gateway/http/request-observer.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { readBody } from '#service/http/body.ts';
import { type Door, openDoor } from '#service/http/door.ts';

export interface HttpServerOptions {
  readonly port: number;
  readonly host: string;
  /** Bytes of one request body, at most. */
  readonly maxBodyBytes: number;
  /** Milliseconds within which a request must have been said; its headers in two thirds of it. @default 15000 */
  readonly requestMs?: number;
  readonly logger: Logger;
  /** @default nobody watches */
  readonly observer?: RequestObserver;
  answer(request: GraphQLRequest): Promise<GraphQLAnswer>;
  /** Null while the gateway cannot serve yet. */
  ready(): Promise<Record<string, unknown> | null>;
}

/** Answers hold personal data: no cache may keep one, and none may be taken for anything but what it is. */
const NEVER_KEPT = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** The front door: `/graphql`, `/health/live`, `/health/ready`, and nothing else. */
export async function startHttpServer(options: HttpServerOptions): Promise<Door> {
  const { requestMs = 15_000 } = options;
  const timeouts = { requestTimeout: requestMs, headersTimeout: Math.ceil((requestMs * 2) / 3) };
  const connectionsCheckingInterval = Math.ceil(requestMs / 15);
  const server = createServer({ ...timeouts, connectionsCheckingInterval }, (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      options.logger.error({ cause: error instanceof Error ? error.message : 'unknown' }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return openDoor(server, options.port, options.host);
}

async function serve(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path] = (request.url ?? '/').split('?', 1);
  if (path === '/health/live') return send(response, 200, { status: 'live' });
  if (path === '/health/ready') {
    const status = await options.ready();
    return send(response, status ? 200 : 503, status ?? { status: 'starting' });
  }
  const requestId = randomUUID();
  const began = performance.now();
  const observed = (options.observer ?? UNOBSERVED_REQUESTS).began(requestId);
  const answer =
    path === '/graphql'
      ? await observed.run(() => answerGraphQL(options, request, response, requestId))
      : refused(requestId, 404, '此处只有 /graphql。', 'There is only /graphql here.');
  const { operationName = null, actor = null, codes, status } = answer ?? { codes: [], status: null };
  if (answer)
    response.writeHead(answer.status, { ...answer.headers, ...NEVER_KEPT, 'x-request-id': requestId }).end(answer.body);
  const ms = performance.now() - began;
  observed.ended(status, codes, ms);
  options.logger.info(
    { requestId, method: request.method, status, operationName, actor, codes, ms: Math.round(ms) },
    'request',
  );
}

/** Null where the client has gone before it had said all. */
async function answerGraphQL(
  options: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<GraphQLAnswer | null> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const limit = options.maxBodyBytes;
  const body = await readBody(request, limit).catch(() => undefined);
  if (body === undefined) return null;
  if (body === null)
    return refused(requestId, 413, `请求体不得超过 ${limit} 字节。`, `The body may have at most ${limit} bytes.`);
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return refused(requestId, 415, '不接受压缩的请求体。', 'Compressed bodies are not accepted.');
  const { method = 'GET', url = '/' } = request;
  // Node keeps the first of two such headers and drops the other: which one was meant is not ours to guess.
  const whole = (name: string) => request.headersDistinct[name]?.join(', ');
  const headers = { ...request.headers, authorization: whole('authorization'), 'content-type': whole('content-type') };
  return options.answer({
    method,
    url,
    headers,
    body,
    requestId,
    signal: gone.signal,
    source: request.socket.remoteAddress ?? null,
  });
}

function refused(requestId: string, status: number, zh: string, en: string): GraphQLAnswer {
  return refusedForm(new GraphError('BAD_USER_INPUT', { zh, en }), requestId, status);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, JSON_TYPE).end(JSON.stringify(body));
}
