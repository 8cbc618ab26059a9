import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Entry } from '#auth/policies/entry.ts';
import type { PolicySet } from '#auth/policies/policy-set.ts';
import { readFields } from '#auth/policies/read-fields.ts';
import { readPolicies, readRoles } from '#auth/policies/read-roles.ts';
import { readRules } from '#auth/policies/read-rules.ts';
import { readViews } from '#auth/policies/read-views.ts';
import { readLaws } from '#auth/policies/words.ts';

export const POLICY_FILES = ['laws', 'roles', 'policies', 'views', 'rules', 'fields'] as const;
export type PolicyFile = (typeof POLICY_FILES)[number];
export type PolicyTexts = Readonly<Record<PolicyFile, string>>;

/** Where the policy of this copy of the product stands. */
export const POLICY_FOLDER = join(import.meta.dirname, 'text');

/** @throws Error where a file cannot be read */
export function readTexts(folder: string): PolicyTexts {
  return Object.fromEntries(
    POLICY_FILES.map((name) => [name, readFileSync(join(folder, `${name}.yaml`), 'utf8')]),
  ) as PolicyTexts;
}

/** The policy that these texts state. @throws PolicyTextError one sentence with file and line, for anything that is not exactly right */
export function parsePolicy(texts: PolicyTexts): PolicySet {
  const root = (name: PolicyFile) => Entry.parse(`${name}.yaml`, texts[name]);
  const laws = readLaws(root('laws'));
  const { roles, separation } = readRoles(root('roles'));
  const policies = readPolicies(root('policies'), roles, laws);
  const views = readViews(root('views'), laws);
  const rules = readRules(root('rules'), { roles, policies, views }, laws);
  const fields = readFields(root('fields'), policies);
  return { roles, separation, policies, views, ...rules, ...fields, digest: digestOf(texts) };
}

function digestOf(texts: PolicyTexts): string {
  const hash = createHash('sm3');
  for (const name of POLICY_FILES) hash.update(`${name}\n${texts[name].length}\n${texts[name]}`);
  return `sm3:${hash.digest('hex')}`;
}
