import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { AuditLog } from '#auth/audit/log.ts';
import { ENVELOPE_HEADER } from '#auth/envelope/envelope.ts';
import type { EnvelopeVerifier } from '#auth/envelope/verify.ts';
import { ERROR_CODES } from '#schema/errors/codes.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { readBody } from '#service/http/body.ts';
import { openDoor } from '#service/http/door.ts';
import { describe, logFailures } from '#subgraphs/kit/failures.ts';
import { publicError, respond, type SubgraphRequest } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export interface SubgraphServerOptions {
  port: number;
  /** @default '127.0.0.1' */
  host?: string;
  envelopes: EnvelopeVerifier;
  audit: AuditLog;
  logger: Logger;
}

export interface RunningSubgraph {
  readonly name: string;
  readonly port: number;
  /** Takes no new request, lets those in flight finish, then frees the port and what lies underneath. */
  close(): Promise<void>;
}

/** Bytes of one request, at most: it is read before the envelope that vouches for it can be verified. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Serves one subgraph: `POST /graphql` in an envelope and nothing without one, `GET /health/live`, `GET /health/ready`. */
export async function serveSubgraph(subgraph: Subgraph, options: SubgraphServerOptions): Promise<RunningSubgraph> {
  const ready = readiness(subgraph);
  const server = createServer(async (request, response) => {
    if (request.url === '/health/live') return send(response, 200, { status: 'live' });
    if (request.url === '/health/ready') return send(response, (await ready()) ? 200 : 503, {});
    if (request.url !== '/graphql' || request.method !== 'POST') return send(response, 404, {});
    try {
      await answer(subgraph, options, request, response);
    } catch (error) {
      const known = error instanceof GraphError ? error : new GraphError('INTERNAL', { cause: error });
      options.logger[known.code === 'INTERNAL' ? 'error' : 'warn'](
        { code: known.code, cause: describe(known.cause) },
        'request refused',
      );
      send(response, ERROR_CODES[known.code].status, {
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

async function answer(
  subgraph: Subgraph,
  options: SubgraphServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === null) return send(response, 413, {});
  const envelope = await options.envelopes.verify(header(request, ENVELOPE_HEADER), body);
  const context = subgraph.createContext(envelope, gone.signal);
  const result = await respond(subgraph, JSON.parse(body) as SubgraphRequest, context);
  logFailures(options.logger, envelope.requestId, result.errors);
  options.audit.append(context.auditRecords);
  send(response, 200, publicResult(result));
}

function publicResult({ data, errors }: ExecutionResult) {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(publicError) }) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
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
