import type { FieldRule, PolicySet } from '#auth/policies/policy-set.ts';
import { type Cell, type Column, cellsOf, columnsOf } from './cells.ts';
import { grants, policies, roles, rules, table, views } from './sections.ts';
import type { Moment } from './sight.ts';

/** Roles and purposes that see exactly the same. */
interface ColumnGroup {
  readonly columns: readonly Column[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Fields that everybody sees alike. */
interface FieldGroup {
  readonly fields: readonly FieldRule[];
  readonly cells: readonly Cell[];
}

/** `docs/access-matrix.md`: role × field × purpose, and the rules behind it, as the policy text states them. */
export function renderMatrix(moment: Moment): string {
  const { policy } = moment;
  const columns = groupColumns(moment);
  return `${[head(), roles(policy), matrix(moment, columns), policies(policy), rules(policy), views(policy), grants(policy)].join('\n\n')}\n`;
}

function head(): string {
  return `# 访问矩阵 / access matrix

本文由 \`npm run policy:matrix\` 根据 \`auth/policies/text\` 中的策略生成，请勿手改；与策略不一致时 \`npm run policy:matrix -- --check\` 不通过。
Written from the policy text by \`npm run policy:matrix\`; \`npm run policy:matrix -- --check\` fails where it differs. Do not edit.

矩阵说的是某岗位以某目的在**本人承办、代理或参与的案件**中至多能看到什么；是否承办、回避、封存、密级由主管部门逐行裁决（第 4 节的规则）。
The matrix says what a role sees at most, for a purpose, in a case that ties it. Assignment, recusal, seal and label are decided by the owner, row by row (section 4).

| 符号 | 含义 | meaning |
| --- | --- | --- |
| ● | 可见 | seen |
| ◑ | 脱敏可见 | seen masked |
| ○ | 仅关于本方的行 | rows about the own side alone |
| ◔ | 仅关于本方的行，脱敏 | rows about the own side alone, masked |
| a→b | 诉讼阶段达到后由 a 变为 b | a, and b once the stage is reached |
| G | 只在授权有效期间 | only while a grant is live |
| – | 不可见 | not seen |`;
}

function matrix(moment: Moment, columns: readonly ColumnGroup[]): string {
  const { policy } = moment;
  const legend = columns.map(({ columns: same }, index) => [
    String(index + 1),
    same.map((column) => columnName(policy, column)).join('<br>'),
  ]);
  const rows = groupFields(moment, columns).map(({ fields, cells }) => [byType(policy, fields), ...cells]);
  return `## 2 矩阵 / the matrix

各列依次为（看到的完全相同者合为一列）：The columns, those that see exactly the same as one:

${table(['列', '谁、以何目的'], legend)}

看法完全相同的字段合为一行。Fields that everybody sees alike stand in one row.

${table(['字段', ...columns.map((_, index) => String(index + 1))], rows)}`;
}

function groupColumns(moment: Moment): readonly ColumnGroup[] {
  const { policy } = moment;
  const cell = cellsOf(moment);
  const groups = new Map<string, Column[]>();
  const fields = [...policy.fields.values()];
  for (const column of columnsOf(policy)) {
    const key = JSON.stringify(fields.map((field) => cell(column, field)));
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups].map(([key, columns]) => {
    const cells = JSON.parse(key) as Cell[];
    return { columns, cells: new Map(fields.map(({ coordinate }, index) => [coordinate, cells[index] ?? ''])) };
  });
}

/** Fields that subgraphs have for each other alone are nobody's. */
function groupFields({ policy, graph }: Moment, columns: readonly ColumnGroup[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldRule[]>();
  for (const field of policy.fields.values()) {
    if (!graph.has(field.coordinate)) continue;
    const key = JSON.stringify(columns.map(({ cells }) => cells.get(field.coordinate)));
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  return [...groups].map(([key, same]) => ({ fields: same, cells: JSON.parse(key) as Cell[] }));
}

/** 法院案件 CourtCase, courtCaseNo status …, type after type. */
function byType({ types: titles }: PolicySet, fields: readonly FieldRule[]): string {
  const types = new Map<string, string[]>();
  for (const { coordinate } of fields) {
    const [type = '', name = ''] = coordinate.split('.');
    types.set(type, [...(types.get(type) ?? []), name]);
  }
  return [...types].map(([type, names]) => `**${titles.get(type) ?? ''} ${type}** ${names.join(' ')}`).join('<br>');
}

function columnName({ roles: all }: PolicySet, { role, purpose, signedIn }: Column): string {
  if (role === null)
    return signedIn ? '已登录，目的不符或未说明 signed in, no fitting purpose' : '未登录 not signed in';
  return `\`${role}\` ${all.get(role)?.zh ?? ''} ${purpose ?? ''}`;
}
