import type { LawArticle, PolicySet } from '#auth/policies/policy-set.ts';
import { DEPARTMENT_NAMES } from '#schema/departments.ts';
import { PURPOSES } from '#schema/purposes.ts';

/** The policy's own tables, one section of `docs/access-matrix.md` each. */
export function roles({ roles: all, separation }: PolicySet): string {
  const rows = [...all].map(([name, { zh, en, purposes, byGrant }]) => [
    `\`${name}\``,
    `${zh} ${en}`,
    [...purposes.map(purposeName), ...byGrant.map((purpose) => `${purposeName(purpose)} G`)].join('<br>'),
    separation.has(name) ? '不得兼任 alone' : '',
  ]);
  return `## 1 岗位与目的 / roles and purposes

${table(['角色', '岗位', '可声明的目的', '三员分立'], rows)}`;
}

export function policies({ policies: all }: PolicySet): string {
  const rows = [...all].map(([name, { zh, en, law, roles: holders }]) => [
    `\`${name}\``,
    `${zh}<br>${en}`,
    [...holders].map((role) => `\`${role}\``).join(' '),
    articles(law),
  ]);
  return `## 3 字段策略 / field policies

${table(['策略', '说明', '持有的角色', '法律依据'], rows)}`;
}

export function rules({ rules: all, texts }: PolicySet): string {
  const byRule = all.map((rule) => [
    `\`${rule.id}\``,
    `${rule.zh}<br>${rule.en}`,
    `${rule.roles.map((role) => `\`${role}\``).join(' ')}<br>${purposeName(rule.purpose)}`,
    `${rule.departments.map((department) => DEPARTMENT_NAMES[department].zh).join('、')}${rule.ownAgency ? '（本机关）' : ''}<br>\`${rule.holder}\` ${rule.functions?.join(' ') ?? '–'}`,
    rule.view,
    articles(rule.law),
  ]);
  const known = new Set(all.map(({ id }) => id));
  const others = [...texts.values()].filter(({ id }) => !known.has(id));
  return `## 4 规则 / rules

${table(['规则', '说明', '角色与目的', '凭哪里的记录', '视图', '法律依据'], byRule)}

日志和解释还引用下列裁决。The log and explanations name these outcomes too.

${table(
  ['标识', '说明', '法律依据'],
  others.map(({ id, zh, en, law }) => [`\`${id}\``, `${zh}<br>${en}`, articles(law)]),
)}`;
}

export function views({ views: all }: PolicySet): string {
  const rows = [...all].map(([name, { zh, en, law, opens, persons, records, widens }]) => [
    name,
    `${zh}<br>${en}`,
    [...opens]
      .map(([department, facets]) => `${DEPARTMENT_NAMES[department].zh}：${[...facets].join(' ')}`)
      .join('<br>'),
    `${persons} / ${records}`,
    widens ? `${widens.to}：${[...widens.at].join(' ')}` : '',
    articles(law),
  ]);
  return `## 5 视图 / views

${table(['视图', '说明', '开放的内容', '人员 / 记录', '到阶段后成为', '法律依据'], rows)}`;
}

export function grants({ grants: all }: PolicySet): string {
  const rows = all.map(({ id, kind, zh, en, law, roles: holders, view }) => [
    kind,
    `\`${id}\``,
    `${zh}<br>${en}`,
    holders.map((role) => `\`${role}\``).join(' '),
    view ?? '同本人规则 own',
    articles(law),
  ]);
  return `## 6 授权 / grants

${table(['种类', '规则', '说明', '谁可持有', '视图', '法律依据'], rows)}`;
}

function purposeName(purpose: keyof typeof PURPOSES): string {
  return `${PURPOSES[purpose]} \`${purpose}\``;
}

function articles(law: readonly LawArticle[]): string {
  return law.map(({ article, zh, mark }) => `${zh} ${article}${mark === null ? '' : ` [${mark}]`}`).join('<br>');
}

export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
