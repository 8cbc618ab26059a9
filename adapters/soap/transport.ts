import type { IHttpClient } from 'soap';
import { unreadable } from '#adapters/connector/failures.ts';
import { createExchange, type ExchangeOptions, type RawReply } from '#adapters/soap/exchange.ts';
import { SOAP_1_1, type SoapVersion } from '#adapters/soap/soap-version.ts';

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
 * What `soap` sends through instead of its own client, which has no bound on a reply, decodes anything as UTF-8 with replacement characters,
 * follows redirects and takes proxies from the environment.
 */
export function createTransport({ version = SOAP_1_1, ...options }: ExchangeOptions): Transport {
  const exchange = createExchange({ version, ...options });

  async function post(xml: string, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
    const reply = await exchange.post(Buffer.from(xml), headers, signal);
    return { status: reply.status, headers: {}, xml: envelopeIn(version, reply) };
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
        .then((reply) => callback(null, reply, reply.xml))
        .catch(callback);
    },
  };
  return { httpClient: httpClient as unknown as IHttpClient, close: () => exchange.close() };
}

/** The text of a reply that can be an envelope of this version. */
function envelopeIn(version: SoapVersion, { status, contentType, body }: RawReply): string {
  const facts = { status, bytes: body.length };
  const xml = decodeUtf8(body);
  if (xml === null || !declaresUtf8(contentType, xml)) throw unreadable('the reply is not in UTF-8', facts);
  if (!xml.includes(version.namespace)) throw unreadable('the reply is not an envelope of that version of SOAP', facts);
  if (REFERENCE.test(xml)) throw unreadable('the reply holds references', facts);
  return xml;
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
