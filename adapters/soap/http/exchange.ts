import { Pool } from 'undici';
import type { Attempt } from '#adapters/connector/guard.ts';
import { whyRefused } from '#adapters/soap/http/acceptable.ts';
import { boundedBody } from '#adapters/soap/http/body.ts';
import { connectionFailed, isLost } from '#adapters/soap/http/connection-failure.ts';
import type { ClientTls } from '#adapters/soap/security/tls.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';

export interface ExchangeOptions {
  readonly endpoint: URL;
  readonly version: SoapVersion;
  /** @default none: the endpoint's certificate is checked against Node.js' own authorities */
  readonly tls?: ClientTls | undefined;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly maxReplyBytes: number;
}

export interface HttpRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it may reach the system twice without harm. */
  readonly isRead: boolean;
  /** Whether nothing may come back. */
  readonly isOneWay: boolean;
}

/** A reply that may be an envelope, by its status and media type. */
export interface HttpReply {
  readonly status: number;
  /** The header's value. */
  readonly contentType: string;
  /** As it comes, bounded. It must be read or returned. */
  readonly body: AsyncIterable<Buffer>;
}

export interface Exchange {
  /** @throws LegacyFailure where nothing comes back that can be an envelope; the signal's reason where it aborts. */
  post(request: HttpRequest, attempt: Attempt): Promise<HttpReply>;
  /** Waits for what is under way, then closes the connections. */
  close(): Promise<void>;
}

/** Of a page that is not read, so much is thrown away for the sake of its connection; a longer one ends it. */
const MAX_THROWN_AWAY = 64 * 1024;

/** HTTP for SOAP: one pool of kept-alive connections, bounded replies, no redirects, no proxies from the environment. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { endpoint, version, tls, maxConnections, connectTimeoutMs, maxReplyBytes } = options;
  const path = endpoint.pathname + endpoint.search;
  const pool = new Pool(endpoint.origin, {
    connections: maxConnections,
    // Said aloud, since an environment variable can turn it off for the whole process.
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true, ...(tls && { secureContext: tls.secureContext }) },
    // The guard's signal ends a call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  /** Connections that may have been kept alive, and so may have been closed by the server since: at most so many calls come upon one. */
  let kept = 0;

  /**
   * A server may close an idle connection in the moment in which it is used again: nothing is wrong with it, and a read is sent
   * once more over a new one. undici itself sends again what has not been written.
   */
  async function send({ body, headers, isRead }: HttpRequest, signal: AbortSignal) {
    const once = () => pool.request({ path, method: 'POST', headers: { ...headers }, body, signal });
    try {
      return await once();
    } catch (error) {
      if (!isRead || kept === 0 || signal.aborted || !isLost(error)) throw error;
      kept -= 1;
      return once();
    }
  }

  let closed: Promise<void> | undefined;
  return {
    async post(request, attempt) {
      const { signal } = attempt;
      tls?.requireCurrent();
      const {
        statusCode: status,
        headers,
        body,
      } = await send(request, signal).catch((error) => {
        throw signal.aborted ? signal.reason : connectionFailed(error, connectTimeoutMs);
      });
      attempt.answering();
      kept = Math.min(kept + 1, maxConnections);
      const contentType = String(headers['content-type'] ?? '');
      const failure = whyRefused(version, status, contentType, request.isOneWay);
      if (failure) {
        body.dump({ limit: MAX_THROWN_AWAY, signal }).catch(() => {});
        throw failure;
      }
      const contentEncoding = String(headers['content-encoding'] ?? '');
      return {
        status,
        contentType,
        body: boundedBody(body, { status, contentEncoding, maxBytes: maxReplyBytes, signal }),
      };
    },
    close: () => {
      closed ??= pool.close();
      return closed;
    },
  };
}
