import type { IHttpClient } from 'soap';
import { Pool } from 'undici';
import { LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { SOAP_1_1, type SoapVersion } from '#adapters/soap/soap-version.ts';
import { type ClientTls, tlsFailure } from '#adapters/soap/tls.ts';

export interface TransportOptions {
  readonly endpoint: URL;
  /** @default SOAP 1.1 */
  readonly version?: SoapVersion | undefined;
  /** @default none: the endpoint's certificate is checked against Node.js' own authorities */
  readonly tls?: ClientTls | undefined;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly maxReplyBytes: number;
}

export interface Transport {
  /** What `soap` sends through. */
  readonly httpClient: IHttpClient;
  /** Waits for what is under way, then closes the connections. */
  close(): Promise<void>;
}

/** The XML of a reply that may be an envelope, and the status it came with. */
interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, never>>;
  readonly xml: string;
}

/**
 * References of the SOAP encoding, which document/literal does not have. `soap` follows them through a plain object: an
 * `id` of `__proto__` would change the prototype of every object, and no later reply of any system could be read.
 */
const REFERENCE = /\s(?:id|href)\s*=\s*["']/;

/**
 * HTTP for `soap` over one pool of kept-alive connections. `soap`'s own client has no bound on a reply, decodes anything
 * as UTF-8 with replacement characters, follows redirects and takes proxies from the environment; this one does none of it.
 */
export function createTransport({
  endpoint,
  version = SOAP_1_1,
  tls,
  maxConnections,
  connectTimeoutMs,
  maxReplyBytes,
}: TransportOptions): Transport {
  const pool = new Pool(endpoint.origin, {
    connections: maxConnections,
    // Said aloud, since an environment variable can turn it off for the whole process.
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true, ...(tls && { secureContext: tls.secureContext }) },
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function post(xml: string, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
    tls?.requireCurrent();
    const path = endpoint.pathname + endpoint.search;
    const {
      statusCode,
      headers: received,
      body,
    } = await pool.request({ path, method: 'POST', headers, body: xml, signal });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxReplyBytes) throw unreadable('the reply is too long', { status: statusCode, bytes });
      chunks.push(chunk);
    }
    return readReply(version, statusCode, String(received['content-type'] ?? ''), Buffer.concat(chunks));
  }

  const httpClient = {
    request(
      _url: string,
      xml: string | null,
      callback: (error: unknown, reply?: Reply, xml?: string) => void,
      headers: Record<string, string>,
      options?: { readonly signal: AbortSignal },
    ): void {
      // Without these soap asks for a WSDL, or for what one imports.
      if (xml === null || options === undefined) {
        callback(new Error('a WSDL is read from disk, never from the network'));
        return;
      }
      const { signal } = options;
      post(xml, headers, signal)
        .catch((error) => {
          throw error instanceof LegacyFailure ? error : connectionFailed(error);
        })
        .then((reply) => callback(null, reply, reply.xml))
        .catch(callback);
    },
  };
  let closed: Promise<void> | undefined;
  return {
    httpClient: httpClient as unknown as IHttpClient,
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
function readReply(version: SoapVersion, status: number, contentType: string, body: Buffer): Reply {
  const mediaType = contentType.split(';', 1).join('').trim().toLowerCase();
  const facts = { status, mediaType: mediaType.slice(0, 80), bytes: body.length };
  const isXml = version.mediaTypes.has(mediaType);
  const mayBeFault = isXml && version.faultStatuses.has(status);
  if (status >= 500 && !mayBeFault) throw unavailable('the server failed', true, facts);
  if (status >= 300 && !mayBeFault) throw unavailable('the server turned the request away', false, facts);
  if (!isXml) throw unreadable('the reply is not XML', facts);
  if (body.length === 0) throw unreadable('the reply is empty', facts);
  const xml = decodeUtf8(body);
  if (xml === null || !declaresUtf8(contentType, xml)) throw unreadable('the reply is not in UTF-8', facts);
  if (!xml.includes(version.namespace)) throw unreadable('the reply is not an envelope of that version of SOAP', facts);
  if (REFERENCE.test(xml)) throw unreadable('the reply holds references', facts);
  return { status, headers: {}, xml };
}

function decodeUtf8(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** RFC 7303 §3: the charset of the header counts before the one in the XML declaration; without either it is UTF-8. */
function declaresUtf8(contentType: string, xml: string): boolean {
  const [, charset] =
    /;\s*charset="?([^\s";]+)/i.exec(contentType) ?? /^<\?xml[^>]*?\sencoding=["']([^"']+)["']/.exec(xml) ?? [];
  return charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset);
}
