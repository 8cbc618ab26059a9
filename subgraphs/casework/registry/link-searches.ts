import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

export async function noteSearch(database: Statements, caseUid: string, kind: LinkedNumberKind): Promise<void> {
  await database.rows(
    'noteSearch',
    `INSERT INTO registry.link_searches (case_uid, kind, searched_at) VALUES ($1, $2, now())
     ON CONFLICT (case_uid, kind) DO UPDATE SET searched_at = excluded.searched_at`,
    [caseUid, kind],
  );
}

export async function searchedSince(
  database: Statements,
  caseUid: string,
  kind: LinkedNumberKind,
  ms: number,
): Promise<boolean> {
  const rows = await database.rows(
    'searchedSince',
    `SELECT FROM registry.link_searches
      WHERE case_uid = $1 AND kind = $2 AND searched_at > now() - $3 * interval '1 millisecond'`,
    [caseUid, kind, ms],
  );
  return rows.length > 0;
}
