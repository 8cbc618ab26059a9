import type { Entry } from '#auth/policies/entry.ts';
import type { PolicyEntry, PolicySet, RoleEntry } from '#auth/policies/policy-set.ts';
import { type Laws, readLaw, readWords } from '#auth/policies/words.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

const PURPOSE_NAMES = Object.keys(PURPOSES) as Purpose[];

/** `roles.yaml`. */
export function readRoles(root: Entry): Pick<PolicySet, 'roles' | 'separation'> {
  const { roles: list, separation } = root.parts(['roles', 'separation']);
  const roles = new Map<string, RoleEntry>();
  for (const [name, entry] of list.entries()) {
    if (!/^[a-z]+(?:\.[a-z][a-z_\d]*)?$/.test(name)) entry.fail(`角色名 ${name} 有误`, `${name} is no name of a role`);
    const { purposes, byGrant, ...words } = entry.parts(['zh', 'en', 'purposes'], ['byGrant']);
    roles.set(name, {
      ...readWords(words),
      purposes: readPurposes(purposes),
      byGrant: byGrant ? readPurposes(byGrant) : [],
    });
  }
  return { roles, separation: new Set(separation.someOf(roles.keys(), '角色', 'role')) };
}

/** `policies.yaml`. */
export function readPolicies(root: Entry, roles: PolicySet['roles'], laws: Laws): PolicySet['policies'] {
  const { policies } = root.parts(['policies']);
  return new Map(policies.entries().map(([name, entry]) => [name, readPolicy(name, entry, roles, laws)]));
}

function readPolicy(name: string, entry: Entry, roles: PolicySet['roles'], laws: Laws): PolicyEntry {
  if (!/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/.test(name))
    entry.fail(`策略名 ${name} 有误`, `${name} is no name of a policy`);
  const parts = entry.parts(['zh', 'en', 'law', 'roles'], ['purposesByGrant']);
  return {
    ...readWords(parts),
    law: readLaw(parts.law, laws),
    roles: new Set(parts.roles.someOf(roles.keys(), '角色', 'role')),
    purposesByGrant: parts.purposesByGrant?.flag() ?? false,
  };
}

function readPurposes(list: Entry): readonly Purpose[] {
  return list.someOf(PURPOSE_NAMES, '目的', 'purpose');
}
