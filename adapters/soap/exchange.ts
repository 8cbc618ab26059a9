import { Pool } from 'undici';
import { LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { SOAP_1_1, type SoapVersion } from '#adapters/soap/soap-version.ts';
import { type ClientTls, tlsFailure } from '#adapters/soap/tls.ts';

export interface ExchangeOptions {
  readonly endpoint: URL;
  /** @default SOAP 1.1 */
  readonly version?: SoapVersion | undefined;
  /** @default none: the endpoint's certificate is checked against Node.js' own authorities */
  readonly tls?: ClientTls | undefined;
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

/**
 * HTTP for SOAP in bytes, whatever their charset: one pool of kept-alive connections, bounded replies, no redirects, no proxies from the
 * environment.
 */
export function createExchange(options: ExchangeOptions): Exchange {
  const { endpoint, version = SOAP_1_1, tls, maxConnections, connectTimeoutMs, maxReplyBytes } = options;
  const pool = new Pool(endpoint.origin, {
    connections: maxConnections,
    // Said aloud, since an environment variable can turn it off for the whole process.
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true, ...(tls && { secureContext: tls.secureContext }) },
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function post(body: Buffer, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RawReply> {
    tls?.requireCurrent();
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
      requireXml(version, reply);
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
  return tlsFailure(error) ?? unavailable(`the connection failed: ${error.code ?? error.name}`, true, { cause: error });
}

/** An envelope comes with 200, a fault with a status of its own, both in the version's media type; nothing else can be one. */
function requireXml(version: SoapVersion, { status, contentType, body }: RawReply): void {
  const mediaType = contentType.split(';', 1).join('').trim().toLowerCase();
  const facts = { status, mediaType: mediaType.slice(0, 80), bytes: body.length };
  const isXml = version.mediaTypes.has(mediaType);
  const mayBeFault = isXml && version.faultStatuses.has(status);
  if (status >= 500 && !mayBeFault) throw unavailable('the server failed', true, facts);
  if (status >= 300 && !mayBeFault) throw unavailable('the server turned the request away', false, facts);
  if (!isXml) throw unreadable('the reply is not XML', facts);
  if (body.length === 0) throw unreadable('the reply is empty', facts);
}
