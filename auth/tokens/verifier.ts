import { createHash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { BoundedCache } from '#auth/tokens/bounded-cache.ts';
import { createKeySet } from '#auth/tokens/key-set.ts';
import { TokenError, type TokenRefusal } from '#auth/tokens/token-error.ts';

/** The claims of an accepted token; exp, iat and sub are there and of the right type, all others are as the issuer wrote them. */
export type VerifiedClaims = Readonly<JWTPayload> & {
  readonly iss: string;
  readonly sub: string;
  readonly exp: number;
  readonly iat: number;
};

export type Verified = { readonly kind: 'anonymous' } | { readonly kind: 'caller'; readonly claims: VerifiedClaims };

export interface TokenVerifier {
  /**
   * Checks the value of an `Authorization` header (RFC 6750 §2.1). Without one the caller is anonymous; whatever else is not a good token throws
   * {@link TokenError}, a `GraphError` with code `UNAUTHENTICATED`. Never rejects with anything else, and waits for the issuer at most one timeout.
   */
  verify(authorizationHeader: string | undefined): Promise<Verified>;
}

export interface TokenVerifierOptions {
  /** The one issuer whose tokens count; `iss` must be equal to it, letter for letter. */
  readonly issuer: string;
  /** Must be among the token's `aud`, be that a string or an array. */
  readonly audience: string;
  /** @default Keycloak's: `<issuer>/protocol/openid-connect/certs` */
  readonly jwksUri?: string;
  /** @default ['RS256'] */
  readonly algorithms?: readonly string[];
  /** Skew of the clocks that exp and nbf tolerate. @default 10 */
  readonly clockToleranceSeconds?: number;
  /** For one fetch of the keys, the body included. @default 2000 */
  readonly jwksTimeoutMs?: number;
  /** After a fetch, unknown key ids cause no other for so long. @default 10000 */
  readonly jwksCooldownMs?: number;
  /** Keys, and what they have proved, count no longer than this. @default 600000 */
  readonly jwksMaxAgeMs?: number;
  /** Verified tokens that are remembered. @default 5000 */
  readonly cacheSize?: number;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: () => number;
}

const ANONYMOUS: Verified = { kind: 'anonymous' };
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i;
/** RFC 9068 §2.1 and Keycloak; a logout token or a DPoP proof says otherwise. */
const ACCESS_TOKEN_TYPES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'jwt',
  'at+jwt',
  'application/at+jwt',
  'application/jwt',
]);

/** Verifies bearer access tokens (RFC 7519, RFC 8725) of one pinned issuer for one audience, and remembers the good ones by their hash. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { issuer, audience, algorithms = ['RS256'], clockToleranceSeconds = 10, now = Date.now } = options;
  const maxAgeMs = options.jwksMaxAgeMs ?? 600_000;
  const keys = createKeySet({
    jwksUri: options.jwksUri ?? `${issuer}/protocol/openid-connect/certs`,
    timeoutMs: options.jwksTimeoutMs ?? 2000,
    cooldownMs: options.jwksCooldownMs ?? 10_000,
    maxAgeMs,
    now,
  });
  const accepted = new BoundedCache<Verified>(options.cacheSize ?? 5000, now);

  async function check(token: string): Promise<VerifiedClaims> {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(now()),
    });
    if (!ACCESS_TOKEN_TYPES.has(protectedHeader.typ?.toLowerCase())) throw new TokenError('KIND');
    return accessTokenClaims(payload);
  }

  return {
    async verify(header) {
      if (header === undefined) return ANONYMOUS;
      const token = BEARER.exec(header)?.[1];
      if (!token) throw new TokenError('MALFORMED_HEADER');
      const hash = createHash('sha256').update(token).digest('base64');
      const known = accepted.get(hash);
      if (known) return known;
      const claims = await check(token).catch((error: unknown) => {
        throw error instanceof TokenError ? error : new TokenError(refusalOf(error));
      });
      const verified: Verified = { kind: 'caller', claims };
      accepted.set(hash, verified, Math.min(claims.exp * 1000, now() + maxAgeMs));
      return verified;
    },
  };
}

/**
 * RFC 7519 leaves every claim optional: exp, iat and sub (at most 255 characters, OpenID Connect Core §2) are required here.
 * Keycloak writes `typ: Bearer` into access tokens; a token bound to a key (`cnf`, RFC 7800) must not pass without its proof.
 */
function accessTokenClaims(payload: JWTPayload): VerifiedClaims {
  const { iss, sub, exp, iat } = payload;
  if (typeof iss !== 'string' || typeof exp !== 'number' || typeof iat !== 'number') throw new TokenError('CLAIMS');
  if (typeof sub !== 'string' || sub.length === 0 || sub.length > 255) throw new TokenError('CLAIMS');
  if (payload.cnf !== undefined || (payload.typ !== undefined && payload.typ !== 'Bearer'))
    throw new TokenError('KIND');
  return Object.freeze({ ...payload, iss, sub, exp, iat });
}

/** Errors of `jose` carry the claims, so they are named here and not kept as a cause. */
function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) return CLAIM_REFUSALS.get(error.claim) ?? 'CLAIMS';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'ALGORITHM';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'UNKNOWN_KEY';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'SIGNATURE';
  return 'MALFORMED_TOKEN';
}

const CLAIM_REFUSALS: ReadonlyMap<string, TokenRefusal> = new Map([
  ['iss', 'ISSUER'],
  ['aud', 'AUDIENCE'],
  ['nbf', 'NOT_YET_VALID'],
]);
