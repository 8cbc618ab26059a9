import { SignJWT } from 'jose';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { readySigningKey, type SigningKey } from '#auth/keys/live-keys.ts';

/** What one caller holds for one case, told for one request. */
export interface GrantsStatement {
  readonly requestId: string;
  /** The caller's `sub`. */
  readonly subject: string;
  readonly caseUid: string;
  readonly grants: readonly LiveGrant[];
}

export interface GrantsMaker {
  /** @param now milliseconds since 1970; security time */
  sign(statement: GrantsStatement, now?: number): Promise<string>;
}

/** `typ` of the token: it can be taken for no envelope and no statement about a case. */
export const GRANTS_TYPE = 'grants+jwt';
/** Who alone signs them, with the key `envelope-access`. */
export const GRANTS_SIGNER = 'access';
/** Seconds for which they may be used: longer than any question takes, and every next request asks anew. */
export const GRANTS_SECONDS = 60;

/** Signs with access's Ed25519 key (RFC 8037). */
export async function createGrantsMaker(signingKey: SigningKey): Promise<GrantsMaker> {
  const ready = await readySigningKey(signingKey);
  return {
    async sign({ requestId, subject, caseUid, grants }, now = Date.now()) {
      const { key, kid } = await ready();
      const seconds = Math.floor(now / 1000);
      return new SignJWT({ rid: requestId, case: caseUid, grants })
        .setProtectedHeader({ alg: 'EdDSA', typ: GRANTS_TYPE, kid })
        .setIssuer(GRANTS_SIGNER)
        .setSubject(subject)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + GRANTS_SECONDS)
        .sign(key);
    },
  };
}
