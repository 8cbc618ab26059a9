import type { Change } from './diff.ts';

/** One line for each cell that changed, those of one role and purpose together, and fields with the same example in one. */
export function printChanges(changes: readonly Change[]): string {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { role, purpose, example, before, now } = change;
    const key = JSON.stringify([role, purpose, example, before, now]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].map(lines).join('\n\n');
}

function lines(group: readonly Change[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { role, purpose, example, before, now } = first;
  const fields = group.map(({ field }) => field).join(' ');
  const who = example
    ? `用户 user ${example.user} · 案件 case ${example.caseNo}${example.grant ? ` · 授权 grant ${example.grant}` : ''}`
    : '演示数据中没有实例 nobody in the demo shows it';
  return [`${role} · ${purpose} · ${fields}`, `  ${who}`, `  原 then ${word(before)}`, `  现 now  ${word(now)}`].join(
    '\n',
  );
}

function word(look: Change['before']): string {
  return typeof look === 'string' ? look : `${look.sight} ${look.rule}`;
}
