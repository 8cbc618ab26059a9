import { createHash } from 'node:crypto';
import type { BulkOptions } from '#demo/bulk/numbers.ts';
import type { BulkRows } from '#simulators/oracle/stand-in/load.ts';

/** Rows for an Oracle stand-in. The first ones tell a generator that has changed, so that its cases are loaded anew. */
export function bulkTables<Rows>({ cases, seed }: BulkOptions, chunks: () => Iterable<Partial<Rows>>): BulkRows<Rows> {
  const [first = {}] = chunks();
  const digest = createHash('sm3').update(JSON.stringify(first)).digest('hex');
  return { identity: `${cases} ${seed} ${digest}`, chunks };
}
