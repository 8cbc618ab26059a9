import type { Principal } from '#auth/envelope/envelope.ts';
import type { GrantKind } from '#auth/grants/live-grant.ts';
import { POLICY } from '#auth/policies/current.ts';
import type { GrantRule, PolicySet, Rule } from '#auth/policies/policy-set.ts';
import type { Department } from '#schema/departments.ts';
import type { Purpose } from '#schema/purposes.ts';

export type { GrantRule, Rule } from '#auth/policies/policy-set.ts';

/** What a rule looks for in a record's assignments; `null` where the caller has no such thing. */
export function holderOf({ holder }: Pick<Rule, 'holder'>, principal: Principal): string | null {
  return principal[holder];
}

/** Everything by which a record may name this caller. */
export function holdersOf({ staffNo, licenceNo, agency, subject }: Principal): ReadonlySet<string> {
  return new Set([staffNo, licenceNo, agency, subject].filter((holder) => holder !== null));
}

type Roles = Pick<Principal, 'roles'>;

/** The rules of one policy (`text/rules.yaml`), by who asks. */
export interface Rules {
  /** The rules that this caller could come in by. */
  rulesFor(caller: Roles, purpose: Purpose | null): readonly Rule[];
  /** The same, for any purpose. */
  rulesOfRoles(caller: Roles): readonly Rule[];
  /** What a grant of this kind would let the caller do; `null` where the caller may not hold one, or not for this purpose. */
  grantRuleFor(caller: Roles, purpose: Purpose | null, kind: GrantKind): GrantRule | null;
  /** Whether one of these roles may hold a grant of this kind at all. */
  mayHold(caller: Roles, kind: GrantKind): boolean;
  /** Departments whose facts decide for this caller, whatever case is asked for; a party's court is asked for the seal. */
  departmentsThatDecide(principal: Roles, purpose: Purpose | null): ReadonlySet<Department>;
}

export function rulesOf({ rules, grants }: Pick<PolicySet, 'rules' | 'grants'>): Rules {
  const byPurpose = new Map<Purpose, Rule[]>();
  for (const rule of rules) byPurpose.set(rule.purpose, [...(byPurpose.get(rule.purpose) ?? []), rule]);
  const isOf = (rule: Rule | GrantRule, { roles }: Roles) => rule.roles.some((role) => roles.has(role));
  const rulesFor = (caller: Roles, purpose: Purpose | null) =>
    purpose === null ? [] : (byPurpose.get(purpose) ?? []).filter((rule) => isOf(rule, caller));
  return {
    rulesFor,
    rulesOfRoles: (caller) => rules.filter((rule) => isOf(rule, caller)),
    grantRuleFor: (caller, purpose, kind) =>
      grants.find((rule) => rule.kind === kind && isOf(rule, caller) && (rule.purpose ?? purpose) === purpose) ?? null,
    mayHold: (caller, kind) => grants.some((rule) => rule.kind === kind && isOf(rule, caller)),
    departmentsThatDecide(caller, purpose) {
      const byGrant = grants.filter((rule) => rule.purpose !== null && rule.purpose === purpose && isOf(rule, caller));
      const departments = [
        ...rulesFor(caller, purpose).flatMap((rule) => rule.departments),
        ...byGrant.flatMap((rule) => rule.departments ?? []),
      ];
      return new Set(departments.map((department) => (department === 'PLATFORM' ? 'COURT' : department)));
    },
  };
}

export const { rulesFor, rulesOfRoles, grantRuleFor, mayHold, departmentsThatDecide } = rulesOf(POLICY);
