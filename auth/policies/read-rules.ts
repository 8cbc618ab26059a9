import { GRANT_KINDS } from '#auth/grants/live-grant.ts';
import type { Entry } from '#auth/policies/entry.ts';
import type { GrantRule, PolicySet, Rule, RuleText } from '#auth/policies/policy-set.ts';
import { CASE_VIEWS, CONDITIONS, FUNCTIONS, HOLDERS, LIFTS } from '#auth/policies/vocabulary.ts';
import { type Laws, readLaw, readWords } from '#auth/policies/words.ts';
import { DEPARTMENTS } from '#schema/departments.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

type Known = Pick<PolicySet, 'roles' | 'policies' | 'views'>;

/** The field policy that opens cases: without it, a role never gets as far as a row. */
const ROWS_BEHIND = 'case.read';

/** `rules.yaml`. */
export function readRules(
  root: Entry,
  known: Known,
  laws: Laws,
): Pick<PolicySet, 'rules' | 'grants' | 'texts' | 'conditions'> {
  const parts = root.parts(['rules', 'grants', 'conditions', 'outcomes']);
  const texts = new Map<string, RuleText>();
  const add = (entry: Entry, text: RuleText) => {
    if (texts.has(text.id)) entry.fail(`规则 ${text.id} 重复`, `rule ${text.id} stands there twice`);
    texts.set(text.id, { id: text.id, zh: text.zh, en: text.en, law: text.law });
  };
  const rules: Rule[] = [];
  for (const entry of parts.rules.items()) {
    const rule = readRule(entry, known, laws);
    requireReachable(entry, rule, rules, known);
    rules.push(rule);
    add(entry, rule);
  }
  const grants = parts.grants.items().map((entry) => {
    const rule = readGrantRule(entry, rules, known, laws);
    add(entry, rule);
    return rule;
  });
  for (const kind of GRANT_KINDS)
    if (grants.filter((rule) => rule.kind === kind).length !== 1)
      parts.grants.fail(`${kind} 须恰有一条规则`, `${kind} needs exactly one rule`);
  for (const [id, entry] of parts.outcomes.entries()) {
    const { law, ...words } = entry.parts(['zh', 'en', 'law']);
    add(entry, { id: readId(id, entry), ...readWords(words), law: readLaw(law, laws) });
  }
  return { rules, grants, texts, conditions: readConditions(parts.conditions) };
}

function readConditions(entry: Entry): PolicySet['conditions'] {
  const conditions = entry.parts(CONDITIONS);
  const words = CONDITIONS.map((id) => [id, readWords(conditions[id].parts(['zh', 'en']))]);
  return Object.fromEntries(words) as PolicySet['conditions'];
}

function readRule(entry: Entry, { roles }: Known, laws: Laws): Rule {
  const parts = entry.parts(['id', 'zh', 'en', 'law', 'roles', 'purpose', 'departments', 'tie', 'ownAgency', 'view']);
  const tie = parts.tie.parts(['holder', 'functions']);
  const holder = tie.holder.oneOf(HOLDERS, '载明项', 'such holder');
  const functions = tie.functions.isList ? tie.functions.someOf(FUNCTIONS, '职能', 'function') : null;
  if (functions === null) tie.functions.oneOf(['any'], '职能', 'function');
  const ownAgency = parts.ownAgency.flag();
  if (functions === null && !(holder === 'agency' && ownAgency))
    tie.functions.fail('只有本机关的记录才可不限职能', 'only the own agency’s record may tie without a function');
  return {
    id: readId(parts.id.text(), parts.id),
    ...readWords(parts),
    law: readLaw(parts.law, laws),
    roles: parts.roles.someOf(roles.keys(), '角色', 'role'),
    purpose: parts.purpose.oneOf(Object.keys(PURPOSES) as Purpose[], '目的', 'purpose'),
    departments: parts.departments.someOf(DEPARTMENTS, '部门', 'department'),
    holder,
    functions,
    ownAgency,
    view: parts.view.oneOf(CASE_VIEWS, '视图', 'view'),
  };
}

/** A rule by which nobody can ever come in is a mistake, and so is one for a role that may not have it. */
function requireReachable(entry: Entry, rule: Rule, before: readonly Rule[], { roles, policies, views }: Known): void {
  for (const role of rule.roles) {
    if (!roles.get(role)?.purposes.includes(rule.purpose))
      entry.fail(`${role} 没有目的 ${rule.purpose}，规则不可及`, `unreachable: ${role} has no purpose ${rule.purpose}`);
    if (!policies.get(ROWS_BEHIND)?.roles.has(role))
      entry.fail(`${role} 没有策略 ${ROWS_BEHIND}，规则不可及`, `unreachable: ${role} does not hold ${ROWS_BEHIND}`);
  }
  const view = views.get(rule.view);
  if (!rule.departments.some((department) => view?.opens.has(department)))
    entry.fail(
      `${rule.view} 不含这些部门的内容，规则不可及`,
      `unreachable: ${rule.view} opens nothing of these departments`,
    );
  const covering = before.find((earlier) => covers(earlier, rule));
  if (covering) entry.fail(`已被 ${covering.id} 包含，规则不可及`, `unreachable: ${covering.id} covers it`);
}

/** Whether whoever comes in by `rule` would have come in by `earlier`. */
function covers(earlier: Rule, rule: Rule): boolean {
  const within = (some: readonly string[] | null, all: readonly string[] | null) =>
    all === null || (some?.every((each) => all.includes(each)) ?? false);
  return (
    earlier.purpose === rule.purpose &&
    earlier.holder === rule.holder &&
    (!earlier.ownAgency || rule.ownAgency) &&
    within(rule.roles, earlier.roles) &&
    within(rule.departments, earlier.departments) &&
    within(rule.functions, earlier.functions)
  );
}

function readGrantRule(entry: Entry, rules: readonly Rule[], { roles }: Known, laws: Laws): GrantRule {
  const parts = entry.parts(['id', 'kind', 'lifts', 'zh', 'en', 'law', 'roles', 'purpose', 'departments', 'view']);
  const kind = parts.kind.oneOf(GRANT_KINDS, '授权种类', 'kind of grant');
  parts.lifts.oneOf([LIFTS[kind]], `${kind} 解除的条件`, `condition that ${kind} lifts:`);
  const purpose = parts.purpose.oneOf(['own' as const, ...(Object.keys(PURPOSES) as Purpose[])], '目的', 'purpose');
  const view = parts.view.oneOf(['own' as const, ...CASE_VIEWS], '视图', 'view');
  if ((purpose === 'own') !== (view === 'own'))
    entry.fail('purpose 与 view 须同为 own 或同不为 own', 'purpose and view are both own, or neither is');
  const holders = parts.roles.someOf(roles.keys(), '角色', 'role');
  for (const role of holders) {
    if (purpose !== 'own' && !roles.get(role)?.byGrant.includes(purpose))
      entry.fail(`${role} 没有凭授权的目的 ${purpose}`, `unreachable: ${role} has no purpose ${purpose} by grant`);
    if (purpose === 'own' && !rules.some((rule) => rule.roles.includes(role)))
      entry.fail(`${role} 没有自己的规则`, `unreachable: ${role} has no rule of its own`);
  }
  return {
    id: readId(parts.id.text(), parts.id),
    kind,
    ...readWords(parts),
    law: readLaw(parts.law, laws),
    roles: holders,
    purpose: purpose === 'own' ? null : purpose,
    departments: parts.departments.isList ? parts.departments.someOf(DEPARTMENTS, '部门', 'department') : null,
    view: view === 'own' ? null : view,
  };
}

function readId(id: string, entry: Entry): string {
  return /^(?:permit|deny|fields|purpose|token)\.[a-z]+(?:-[a-z]+)*$/.test(id)
    ? id
    : entry.fail(`规则标识 ${id} 有误`, `${id} is no rule id`);
}
