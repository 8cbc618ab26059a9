import type { Change, Example } from './diff.ts';

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
  const who = example ? exampleIn(example) : '演示数据中没有实例 nobody in the demo shows it';
  return [`${role} · ${purpose} · ${fields}`, `  ${who}`, `  原 then ${word(before)}`, `  现 now  ${word(now)}`].join(
    '\n',
  );
}

function exampleIn({ user, caseNo, grant }: Example): string {
  const parts = [
    `用户 user ${user}`,
    caseNo === null ? [] : `案件 case ${caseNo}`,
    grant === null ? [] : `授权 grant ${grant}`,
  ];
  return parts.flat().join(' · ');
}

function word(look: Change['before']): string {
  return typeof look === 'string' ? look : `${look.sight} ${look.rule}`;
}
