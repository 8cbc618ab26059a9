import { createCaseTokenVerifier } from '#auth/envelope/case-token.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { GRANTS_TOKEN, type GrantsStatement } from '#auth/grants/sign.ts';
import type { TrustedKeys } from '#auth/keys/live-keys.ts';

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
  const verify = createCaseTokenVerifier(GRANTS_TOKEN, trusted);
  return {
    async verify(token, expected, now = Date.now()) {
      const verified = token === null ? null : await verify(token, expected, now);
      const told = verified?.told;
      return (Array.isArray(told) ? (told as readonly LiveGrant[]) : []).filter(
        (grant) => grant.caseUid === expected.caseUid && Date.parse(grant.until) > now,
      );
    },
  };
}
