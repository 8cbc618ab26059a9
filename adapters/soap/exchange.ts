import { Pool } from 'undici';
import { LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { SOAP_1_1 } from '#adapters/soap/soap-version.ts';

export interface ExchangeOptions {
  readonly endpoint: URL;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly maxReplyBytes: number;
}

/** A reply that may be an envelope, in the bytes in which it came. */
export interface RawReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface Exchange {
  /** @throws LegacyFailure where nothing comes back that can be an envelope; the signal's reason where it aborts. */
  post(body: Buffer, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RawReply>;
  /** Waits for what is under way, then closes the connections. */
  close(): Promise<void>;
}

/** HTTP for SOAP 1.1 in bytes, whatever their charset: one pool of kept-alive connections, bounded replies, no redirects. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { endpoint, maxConnections, connectTimeoutMs, maxReplyBytes } = options;
  const pool = new Pool(endpoint.origin, {
    connections: maxConnections,
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true },
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function post(body: Buffer, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RawReply> {
    const path = endpoint.pathname + endpoint.search;
    const reply = await pool.request({ path, method: 'POST', headers: { ...headers }, body, signal });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of reply.body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxReplyBytes) throw unreadable('the reply is too long', { status: reply.statusCode, bytes });
      chunks.push(chunk);
    }
    const contentType = String(reply.headers['content-type'] ?? '');
    return { status: reply.statusCode, contentType, body: Buffer.concat(chunks) };
  }

  let closed: Promise<void> | undefined;
  return {
    async post(body, headers, signal) {
      const reply = await post(body, headers, signal).catch((error) => {
        throw error instanceof LegacyFailure ? error : connectionFailed(error);
      });
      requireXml(reply);
      return reply;
    },
    close: () => {
      closed ??= pool.close();
      return closed;
    },
  };
}

/** Its code says enough for a line of the log: ECONNREFUSED, ENOTFOUND, UND_ERR_SOCKET and the like. */
function connectionFailed(error: NodeJS.ErrnoException): LegacyFailure {
  return unavailable(`the connection failed: ${error.code ?? error.name}`, true, { cause: error });
}

/** SOAP 1.1 §6.2: an envelope comes with 200, a fault with 500, both as XML. */
function requireXml({ status, contentType, body }: RawReply): void {
  const mediaType = contentType.split(';', 1).join('').trim().toLowerCase();
  const facts = { status, mediaType: mediaType.slice(0, 80), bytes: body.length };
  const isXml = SOAP_1_1.mediaTypes.has(mediaType);
  const mayBeFault = isXml && SOAP_1_1.faultStatuses.has(status);
  if (status >= 500 && !mayBeFault) throw unavailable('the server failed', true, facts);
  if (status >= 300 && !mayBeFault) throw unavailable('the server turned the request away', false, facts);
  if (!isXml) throw unreadable('the reply is not XML', facts);
  if (body.length === 0) throw unreadable('the reply is empty', facts);
}
