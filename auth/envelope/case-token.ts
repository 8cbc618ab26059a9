import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { keysOf, readySigningKey, type SigningKey, type TrustedKeys } from '#auth/keys/live-keys.ts';

/** What a token is about: it counts for one caller and one case, within one request. */
export interface CaseTokenSubject {
  readonly requestId: string;
  /** The caller's `sub`. */
  readonly subject: string;
  readonly caseUid: string;
}

/** A kind of token, which can be taken for no other. */
export interface CaseTokenKind {
  /** Who alone signs it, with the key `envelope-<signer>`. */
  readonly signer: 'casework' | 'access';
  /** `typ` of the header. */
  readonly type: string;
  /** The claim that holds what it tells. */
  readonly claim: string;
  /** Seconds for which it may be used. */
  readonly seconds: number;
}

/** Clocks within one deployment agree better than this. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Signs with an Ed25519 key (RFC 8037). `now` in milliseconds since 1970; security time. */
export async function createCaseTokenMaker(
  { signer, type, claim, seconds }: CaseTokenKind,
  signingKey: SigningKey,
): Promise<(about: CaseTokenSubject, told: unknown, now?: number) => Promise<string>> {
  const ready = await readySigningKey(signingKey);
  return async ({ requestId, subject, caseUid }, told, now = Date.now()) => {
    const { key, kid } = await ready();
    const issuedAt = Math.floor(now / 1000);
    return new SignJWT({ rid: requestId, case: caseUid, [claim]: told })
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid })
      .setIssuer(signer)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key);
  };
}

/**
 * What was told of this very request and caller, and of this case where one is named; `null` for every other token: another's key or kind,
 * another request, caller or case, an expired one.
 */
export function createCaseTokenVerifier(
  { signer, type, claim }: CaseTokenKind,
  trusted: TrustedKeys,
): (
  token: string,
  expected: Omit<CaseTokenSubject, 'caseUid'> & { readonly caseUid?: string | undefined },
  now?: number,
) => Promise<{ readonly caseUid: string; readonly told: unknown } | null> {
  const keys = keysOf(trusted, `envelope-${signer}`);
  return async (token, { requestId, subject, caseUid }, now = Date.now()) => {
    const payload = await jwtVerify(token, keys, {
      issuer: signer,
      subject,
      typ: type,
      algorithms: ['EdDSA', 'Ed25519'],
      requiredClaims: ['exp', 'rid', 'case', claim],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    }).then(
      (verified): JWTPayload => verified.payload,
      () => null,
    );
    if (payload === null || payload.rid !== requestId) return null;
    const stated = String(payload.case);
    return stated === (caseUid ?? stated) ? { caseUid: stated, told: payload[claim] } : null;
  };
}
