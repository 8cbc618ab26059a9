import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { presentError } from '#gateway/errors/present.ts';
import { readBody } from '#gateway/http/body.ts';
import type { GraphQLAnswer, GraphQLRequest } from '#gateway/http/graphql.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

export interface HttpServerOptions {
  readonly port: number;
  readonly host: string;
  /** Bytes of one request body, at most. */
  readonly maxBodyBytes: number;
  readonly logger: Logger;
  answer(request: GraphQLRequest): Promise<GraphQLAnswer>;
  /** Null while the gateway cannot serve yet. */
  ready(): Promise<Record<string, unknown> | null>;
}

/** The front door: `/graphql`, `/health/live`, `/health/ready`, and nothing else. */
export async function startHttpServer(options: HttpServerOptions) {
  const server = createServer((request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      options.logger.error({ cause: error instanceof Error ? error.message : 'unknown' }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Takes no new request and waits for those in flight. */
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

async function serve(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '/';
  const [path] = url.split('?', 1);
  if (path === '/health/live') return send(response, 200, { status: 'live' });
  if (path === '/health/ready') {
    const status = await options.ready();
    return send(response, status ? 200 : 503, status ?? { status: 'starting' });
  }
  const requestId = randomUUID();
  if (path !== '/graphql')
    return send(response, 404, refusal(requestId, '此处只有 /graphql。', 'There is only /graphql here.'));

  const began = performance.now();
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const encoding = request.headers['content-encoding'];
  const body = await readBody(request, options.maxBodyBytes);
  if (body === null) {
    response.setHeader('connection', 'close');
    const limit = options.maxBodyBytes;
    return send(
      response,
      413,
      refusal(requestId, `请求体不得超过 ${limit} 字节。`, `The body may have at most ${limit} bytes.`),
    );
  }
  if (encoding !== undefined && encoding !== 'identity') {
    return send(response, 415, refusal(requestId, '不接受压缩的请求体。', 'Compressed bodies are not accepted.'));
  }
  const { method = 'GET' } = request;
  // Node keeps the first of two Authorization headers and drops the other: which one was meant is not ours to guess.
  const headers = { ...request.headers, authorization: request.headersDistinct.authorization?.join(', ') };
  const answer = await options.answer({ method, url, headers, body, requestId, signal: gone.signal });
  response.writeHead(answer.status, { ...answer.headers, 'x-request-id': requestId }).end(answer.body);
  const { operationName, actor, codes, status } = answer;
  options.logger.info(
    { requestId, method, status, operationName, actor, codes, ms: Math.round(performance.now() - began) },
    'request',
  );
}

function refusal(requestId: string, zh: string, en: string) {
  return { errors: [presentError(new GraphError('BAD_USER_INPUT', { zh, en }), requestId)] };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
