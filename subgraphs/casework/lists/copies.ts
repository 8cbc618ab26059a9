import type { Department, SystemName } from '#schema/departments.ts';
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

/** That another system dates something otherwise than its owner. */
export interface DateDiffering<Field> {
  readonly department: Department;
  readonly system: SystemName;
  readonly field: Field;
}

/** What the copies date otherwise than the owner's row, by the day; who knows no date states none. */
export function datesDiffering<Field extends string, Row extends Readonly<Record<Field, string | null>>>(
  owned: OwnedRow<Row>,
  copies: readonly OwnedRow<Row>[],
  fields: readonly Field[],
): DateDiffering<Field>[] {
  return copies
    .filter((copy) => copy !== owned)
    .flatMap(({ owner: { department, system }, row }) =>
      fields
        .filter((field) => isOtherDay(row[field], owned.row[field]))
        .map((field) => ({ department, system, field })),
    );
}

function isOtherDay(one: string | null, other: string | null): boolean {
  const length = 'yyyy-MM-dd'.length;
  return one !== null && other !== null && one.slice(0, length) !== other.slice(0, length);
}
