import { jwtVerify } from 'jose';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { GRANTS_SIGNER, GRANTS_TYPE, type GrantsStatement } from '#auth/grants/sign.ts';
import { keysOf, type TrustedKeys } from '#auth/keys/live-keys.ts';

export interface GrantsVerifier {
  /**
   * The grants that this very caller holds for this very case in this very request, those that have ended since left out. None for
   * anything else, which lifts nothing: no token, a foreign key, another request, caller or case, an expired one.
   * @param now milliseconds since 1970; security time
   */
  verify(token: string | null, expected: Omit<GrantsStatement, 'grants'>, now?: number): Promise<readonly LiveGrant[]>;
}

/** @param trusted the keys that subgraphs trust, of which only access's may sign grants */
export function createGrantsVerifier(trusted: TrustedKeys): GrantsVerifier {
  const keys = keysOf(trusted, `envelope-${GRANTS_SIGNER}`);
  return {
    async verify(token, { requestId, subject, caseUid }, now = Date.now()) {
      if (token === null) return [];
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: GRANTS_SIGNER,
          subject,
          typ: GRANTS_TYPE,
          algorithms: ['EdDSA', 'Ed25519'],
          requiredClaims: ['exp', 'rid', 'case', 'grants'],
          clockTolerance: 5,
          currentDate: new Date(now),
        });
        if (payload.rid !== requestId || payload.case !== caseUid) return [];
        return (payload.grants as readonly LiveGrant[]).filter(
          (grant) => grant.caseUid === caseUid && Date.parse(grant.until) > now,
        );
      } catch {
        return [];
      }
    },
  };
}
