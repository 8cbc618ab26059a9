import { POLICY } from '#auth/policies/current.ts';
import type { Purpose } from '#schema/purposes.ts';

/** A name that stands in `@policy` in our subgraphs; only those of `text/policies.yaml` open anything. */
export type Policy = string;

/** The policies, and the roles that hold each. A policy opens a field to a role; which rows it shows is decided by the owner afterwards (`auth/decisions`). */
export const POLICIES: Readonly<Record<Policy, readonly string[]>> = Object.freeze(
  Object.assign(
    Object.create(null),
    Object.fromEntries([...POLICY.policies].map(([name, { roles }]) => [name, [...roles]])),
  ),
);

/** Which policy text this process decides by: `sm3:` and 64 hex digits. */
export const POLICY_DIGEST = POLICY.digest;

/** Whether one of these roles holds the policy. A policy or role that nobody defined is not held. */
export function holdsPolicy(roles: ReadonlySet<string>, policy: string): boolean {
  const holders = POLICY.policies.get(policy)?.roles;
  return holders !== undefined && [...roles].some((role) => holders.has(role));
}

/**
 * Whether a purpose lets one of these roles use the policy: the role must hold the policy and have the purpose. A purpose that comes by grant
 * fits where the policy says so; without a live grant the owner's decision then opens no row.
 */
export function purposeFits(roles: ReadonlySet<string>, policy: string, purpose: Purpose | null): boolean {
  const entry = POLICY.policies.get(policy);
  if (purpose === null || entry === undefined) return false;
  return [...roles].some((role) => {
    const { purposes = [], byGrant = [] } = POLICY.roles.get(role) ?? {};
    return (
      entry.roles.has(role) && (purposes.includes(purpose) || (entry.purposesByGrant && byGrant.includes(purpose)))
    );
  });
}

/** @throws Error at the first name that no policy has: a schema that asks for it would be closed to everyone, or open by mistake */
export function requirePolicies(names: Iterable<string>): void {
  for (const name of names)
    if (!POLICY.policies.has(name))
      throw new Error(`the schema asks for a policy that policies.yaml does not have: ${name}`);
}
