import { POLICY } from '#auth/policies/current.ts';
import { holdersOfPolicies } from '#auth/policies/holders.ts';

/** A name that stands in `@policy` in our subgraphs; only those of `text/policies.yaml` open anything. */
export type Policy = string;

/**
 * The policies, and the roles that hold each. A policy opens a field to a role; which rows it shows is decided by the owner afterwards
 * (`auth/decisions`).
 */
export const POLICIES: Readonly<Record<Policy, readonly string[]>> = Object.freeze(
  Object.assign(
    Object.create(null),
    Object.fromEntries([...POLICY.policies].map(([name, { roles }]) => [name, [...roles]])),
  ),
);

/** Which policy text this process decides by: `sm3:` and 64 hex digits. */
export const POLICY_DIGEST = POLICY.digest;

/** Who holds the policies, by the text that this process started with. */
export const { holdsPolicy, purposeFits } = holdersOfPolicies(POLICY);

/** @throws Error at the first name that no policy has: a schema that asks for it would be closed to everyone, or open by mistake */
export function requirePolicies(names: Iterable<string>): void {
  for (const name of names)
    if (!POLICY.policies.has(name))
      throw new Error(`the schema asks for a policy that policies.yaml does not have: ${name}`);
}
