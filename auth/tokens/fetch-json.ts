/** No key set or discovery document comes near this; more is refused unread. */
const MAX_BYTES = 256 * 1024;

export interface FetchJsonOptions {
  /** Milliseconds for the whole exchange, the body included. */
  readonly timeoutMs: number;
}

/**
 * Fetches a JSON object from the token issuer: status 200, no redirect, at most 256 KiB, all within the timeout.
 * Throws an `Error` with a plain sentence for anything else; it never waits longer than the timeout.
 */
export async function fetchJson(url: URL, { timeoutMs }: FetchJsonOptions): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await readText(response);
  if (response.status !== 200) throw new Error(`${url.pathname} answered ${response.status}`);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${url.pathname} is not a JSON object`);
  return value as Record<string, unknown>;
}

/** The parser's own message would carry a piece of whatever was sent. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error(`the answer has more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Keys fetched over plain http can be swapped on the way: https, or plain http on loopback only. Throws an `Error` otherwise. */
export function secureUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url) throw new Error('令牌签发服务的地址不是网址 / the address of the token issuer is not a URL');
  if (url.username || url.password)
    throw new Error(`地址中不得写用户名或密码 / no user name or password in the address: ${url.origin}${url.pathname}`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Error(`${url.href} 须为 https，明文 http 仅限本机 / must be https: plain http is for loopback only`);
  }
  return url;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
