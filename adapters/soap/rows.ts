import { isXmlRecord } from '#adapters/soap/value.ts';

/** How many items the outermost lists of an answer hold: what a metric calls rows. */
export function rowsIn(answer: unknown): number {
  const level: readonly unknown[] = isXmlRecord(answer) ? Object.values(answer) : [];
  const lists = level.filter((value): value is unknown[] => Array.isArray(value));
  if (lists.length > 0) return lists.reduce((rows, list) => rows + list.length, 0);
  return level.reduce<number>((rows, value) => rows + rowsIn(value), 0);
}
