import type { SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { FURTHER_SOURCES, OWNERS } from '#subgraphs/casework/owners/owner.ts';
import type { AskedOwner } from '#subgraphs/casework/owners/owner-client.ts';
import type { PagedRecord } from '#subgraphs/kit/ingested-record.ts';

const ASKED: readonly AskedOwner[] = [...OWNERS, ...FURTHER_SOURCES];

/** Every system that casework knows of. Those that make cases come first, so that most of what follows finds its case at once. */
export const SOURCES: readonly SystemName[] = ASKED.map(({ system }) => system);

/** The department's subgraph that gives a source's pages. */
export function ownerOf(source: SystemName): AskedOwner {
  const owner = ASKED.find(({ system }) => system === source);
  if (owner === undefined) throw new Error(`no subgraph is known for ${source}`);
  return owner;
}

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
