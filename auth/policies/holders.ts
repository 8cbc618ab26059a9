import type { PolicySet } from '#auth/policies/policy-set.ts';
import type { Purpose } from '#schema/purposes.ts';

/** Who holds the field policies of one text. */
export interface Holders {
  /** Whether one of these roles holds the policy. A policy or role that nobody defined is not held. */
  holdsPolicy(roles: ReadonlySet<string>, policy: string): boolean;
  /**
   * Whether a purpose lets one of these roles use the policy: the role must hold the policy and have the purpose. A purpose that comes by
   * grant fits where the policy says so; without a live grant the owner's decision then opens no row.
   */
  purposeFits(roles: ReadonlySet<string>, policy: string, purpose: Purpose | null): boolean;
}

export function holdersOfPolicies({ roles: known, policies }: Pick<PolicySet, 'roles' | 'policies'>): Holders {
  return {
    holdsPolicy(roles, policy) {
      const holders = policies.get(policy)?.roles;
      return holders !== undefined && [...roles].some((role) => holders.has(role));
    },
    purposeFits(roles, policy, purpose) {
      const entry = policies.get(policy);
      if (purpose === null || entry === undefined) return false;
      return [...roles].some((role) => {
        const { purposes = [], byGrant = [] } = known.get(role) ?? {};
        const fits = purposes.includes(purpose) || (entry.purposesByGrant && byGrant.includes(purpose));
        return fits && entry.roles.has(role);
      });
    },
  };
}
