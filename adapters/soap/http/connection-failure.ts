import { LegacyFailure, timedOut, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { tlsFailure } from '#adapters/soap/security/tls.ts';

/** What undici and Node.js call a connection that ended before the reply did. */
const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ECONNABORTED']);
/** What undici throws where its parser stops; it has no code of its own then. */
const NOT_HTTP = 'HTTPParserError';
/** What undici says where a 100 Continue or another protocol comes that nobody asked for; it has no code of its own either. */
const UNASKED = 'bad response';
/** zlib's words for a stream that stops in the middle, and for one that is none. */
const GZIP_CUT = 'Z_BUF_ERROR';
const GZIP_WRONG = /^Z_/;

/** Whether the other side hung up: without an answer, where none has begun. */
export function isLost(error: unknown): boolean {
  return LOST.has(codeOf(error));
}

/** Why no reply began. A code says enough for a line of the log: ECONNREFUSED, ENOTFOUND and the like. The error itself is not kept: some hold what came. */
export function connectionFailed(error: unknown, connectTimeoutMs: number): LegacyFailure {
  if (error instanceof LegacyFailure) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return timedOut(`no connection within ${connectTimeoutMs} ms`);
  if (code === NOT_HTTP) return unavailable('what came back is not HTTP', false);
  if ((error as Error).message === UNASKED)
    return unavailable('the server sent what nobody asked for, such as 100 Continue', true);
  return tlsFailure({ code }) ?? unavailable(`the connection failed: ${code}`, true);
}

/** Why a reply that had begun did not end well. */
export function bodyFailed(error: unknown, facts: { readonly status: number; readonly bytes: number }): LegacyFailure {
  if (error instanceof LegacyFailure) return error;
  const code = codeOf(error);
  if (GZIP_WRONG.test(code) && code !== GZIP_CUT) return unreadable('the reply is not the gzip that it says', facts);
  return unavailable(`the reply was cut off: ${code}`, true, facts);
}

function codeOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return name === NOT_HTTP ? NOT_HTTP : (code ?? name);
}
