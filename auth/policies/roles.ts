import { POLICY } from '#auth/policies/current.ts';
import type { RoleEntry } from '#auth/policies/policy-set.ts';

/** A realm role (岗位); only those of `text/roles.yaml` have any rights. */
export type Role = string;

/** The realm roles and the purposes for which each may ask (DOMAIN 5.1, 5.2; WORLD 3). */
export const ROLES: Readonly<Record<Role, RoleEntry>> = Object.freeze(
  Object.assign(Object.create(null), Object.fromEntries(POLICY.roles)),
);

/** Whether these roles may not stand together on one account (DOMAIN 5.3): a platform role beside any other that has rights. */
export function areSeparated(roles: ReadonlySet<string>): boolean {
  const known = [...roles].filter((role) => POLICY.roles.has(role));
  return known.length > 1 && known.some((role) => POLICY.separation.has(role));
}

/** The roles that count: none of them where they may not stand together (三员分立, rule `deny.separation`). */
export function effectiveRoles(roles: ReadonlySet<string>): ReadonlySet<string> {
  return areSeparated(roles) ? new Set() : roles;
}
