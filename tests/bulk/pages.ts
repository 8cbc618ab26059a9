import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { readable } from '#tests/harness/readable.ts';

interface Paged<Key, Row> {
  page(after: Key | null, limit: number, call: LegacyCall): Promise<readonly (Row | UnreadableRecord)[]>;
}

/** Of a page: less than the cases of a test, so that there are several. */
const LIMIT = 150;

/** All that a port gives, as the registry's ingest asks for it. */
export async function everyPage<Key, Row>(
  port: Paged<Key, Row>,
  keyOf: (row: Row) => Key,
  call: LegacyCall,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: Key | null = null; ; ) {
    const more: Row[] = readable(await port.page(after, LIMIT, call));
    rows.push(...more);
    const last = more.at(-1);
    if (last === undefined || more.length < LIMIT) return rows;
    after = keyOf(last);
  }
}

/** As many keys as a call takes. */
export function inFifties<Key>(keys: readonly Key[]): readonly (readonly Key[])[] {
  return Array.from({ length: Math.ceil(keys.length / 50) }, (_, order) => keys.slice(order * 50, order * 50 + 50));
}
