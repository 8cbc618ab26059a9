import type { SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { PagedRecord } from '#subgraphs/kit/ingested-record.ts';

/** Those that make cases come first, so that most of what follows finds its case at once. */
export const SOURCES: readonly SystemName[] = ['police', '12368', '12309', 'legal-aid', 'notary'];

/**
 * A source's records after a key (`null` for the first), by key: fewer than `limit` only at the end. Throws DepartmentError where the
 * source does not answer.
 */
export type Pages = (source: SystemName, after: string | null, limit: number) => Promise<readonly PagedRecord[]>;

/** A department's error as a value; any other is thrown. */
export function answered<Value>(answer: Promise<Value>): Promise<Value | DepartmentError> {
  return answer.catch((error: unknown) => {
    if (error instanceof DepartmentError) return error;
    throw error;
  });
}
