import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';

/**
 * The rows in which several departments tell of the same thing, together, in their order: at most one of each department. What one
 * department lists twice is two things, though nothing but its keys tells them apart.
 */
export function copiesOf<Row>(
  rows: readonly OwnedRow<Row>[],
  identityOf: (row: Row) => string,
): readonly (readonly OwnedRow<Row>[])[] {
  const listed = new Map<string, number>();
  const groups = Map.groupBy(rows, ({ owner, row }) => {
    const identity = identityOf(row);
    const before = listed.get(`${owner.system} ${identity}`) ?? 0;
    listed.set(`${owner.system} ${identity}`, before + 1);
    return `${before} ${identity}`;
  });
  return [...groups.values()];
}
