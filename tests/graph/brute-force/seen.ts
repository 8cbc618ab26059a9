import type { Asked } from '#tests/graph/brute-force/document.ts';

/** The fields of which a value came back, anywhere in the answer: neither null nor an empty list. */
export function seenIn(asked: readonly Asked[], value: unknown): Set<string> {
  const seen = new Set<string>();
  look(asked, value, seen);
  return seen;
}

function look(asked: readonly Asked[], value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) look(asked, each, seen);
  else if (typeof value === 'object' && value !== null) {
    for (const { name, coordinate, within } of asked) {
      const found = (value as Readonly<Record<string, unknown>>)[name];
      if (found === null || found === undefined || (Array.isArray(found) && found.length === 0)) continue;
      seen.add(coordinate);
      look(within, found, seen);
    }
  }
}

/** What is asked, ended at these fields. */
export function without(asked: readonly Asked[], closed: readonly string[]): readonly Asked[] {
  return asked.flatMap((each) =>
    closed.includes(each.coordinate) ? [] : { ...each, within: without(each.within, closed) },
  );
}
