import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { fetchJson, secureUrl } from '#auth/tokens/fetch-json.ts';
import { TokenError } from '#auth/tokens/token-error.ts';

export interface KeySetOptions {
  readonly jwksUri: string;
  readonly timeoutMs: number;
  /** After a fetch, unknown key ids cause no other for so long. */
  readonly cooldownMs: number;
  /** Keys older than this are fetched again before they are used: a key that the issuer withdraws stops counting. */
  readonly maxAgeMs: number;
  readonly now: () => number;
}

/** Issuers publish a handful of keys. */
const MAX_KEYS = 50;
/** After a failed fetch the issuer is left alone for so long at most, so that tokens pass again soon after it is back. */
const RETRY_MS = 1000;

/**
 * The issuer's published keys (RFC 7517), selected by `kid`, algorithm and `use`. At most one fetch is under way, however many requests wait for it.
 * Throws `TokenError('ISSUER_UNREACHABLE')` when the keys cannot be had within the timeout; `jose` errors when none fits.
 *
 * Not `jose`'s own remote set: its cooldown counts successful fetches only, so that an issuer that answers garbage is asked once per request.
 */
export function createKeySet({ jwksUri, timeoutMs, cooldownMs, maxAgeMs, now }: KeySetOptions): JWTVerifyGetKey {
  const url = secureUrl(jwksUri);
  let keys: JWTVerifyGetKey | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<JWTVerifyGetKey> | undefined;

  async function load(): Promise<JWTVerifyGetKey> {
    try {
      keys = createLocalJWKSet(publishedKeys(await fetchJson(url, { timeoutMs })));
      fetchedAt = now();
      return keys;
    } catch (cause) {
      failedAt = now();
      throw new TokenError('ISSUER_UNREACHABLE', cause);
    } finally {
      underWay = undefined;
    }
  }

  async function refresh(): Promise<JWTVerifyGetKey> {
    if (!underWay && now() - failedAt < Math.min(RETRY_MS, cooldownMs)) throw new TokenError('ISSUER_UNREACHABLE');
    underWay ??= load();
    return underWay;
  }

  return async (header, token) => {
    if (!keys || now() - fetchedAt >= maxAgeMs) return (await refresh())(header, token);
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || now() - fetchedAt < cooldownMs) throw error;
      return (await refresh())(header, token);
    }
  };
}

/** Members that are not understood are passed over (RFC 7517 §5); `jose` passes over those of another use than `sig`. */
function publishedKeys(document: Record<string, unknown>): JSONWebKeySet {
  const { keys } = document;
  if (!Array.isArray(keys) || keys.length > MAX_KEYS)
    throw new Error('the key set has no list of keys, or too long a one');
  return { keys: keys.filter((key) => typeof key === 'object' && key !== null) };
}
