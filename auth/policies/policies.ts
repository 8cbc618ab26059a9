import { ROLES, type Role } from '#auth/policies/roles.ts';
import type { Purpose } from '#schema/purposes.ts';

/** Everyone who may ever see a case, if its rows allow it. Coordinators, platform officers, notaries and hotlines are not among them. */
const CASE_ROLES = [
  'police.investigator',
  'police.legal_reviewer',
  'police.detention_officer',
  'procuratorate.prosecutor',
  'procuratorate.juvenile_prosecutor',
  'procuratorate.case_manager',
  'court.judge',
  'court.clerk',
  'justice.legal_aid_officer',
  'justice.mediator',
  'justice.correction_officer',
  'lawyer.defence',
  'party',
] as const satisfies readonly Role[];

/**
 * The names that stand in `@policy` in our subgraphs, and the roles that hold each. A policy opens a field to a role;
 * which rows it shows is decided by the owner afterwards (`auth/decisions`).
 */
export const POLICIES = {
  'case.read': CASE_ROLES,
} as const satisfies Record<string, readonly Role[]>;

export type Policy = keyof typeof POLICIES;

const HOLDERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(POLICIES).map(([policy, roles]) => [policy, new Set<string>(roles)]),
);
const PURPOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ROLES).map(([role, { purposes }]) => [role, new Set<string>(purposes)]),
);

/** Whether one of these roles holds the policy. A policy or role that nobody defined is not held. */
export function holdsPolicy(roles: ReadonlySet<string>, policy: string): boolean {
  const holders = HOLDERS.get(policy);
  return holders !== undefined && [...roles].some((role) => holders.has(role));
}

/** Whether a purpose lets one of these roles use the policy: the role must hold the policy and have the purpose. */
export function purposeFits(roles: ReadonlySet<string>, policy: string, purpose: Purpose | null): boolean {
  if (purpose === null) return false;
  const holders = HOLDERS.get(policy);
  return (
    holders !== undefined && [...roles].some((role) => holders.has(role) && PURPOSES.get(role)?.has(purpose) === true)
  );
}
