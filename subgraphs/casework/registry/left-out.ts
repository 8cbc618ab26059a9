import type { LeftOut } from '#subgraphs/casework/registry/registry.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Each is a search of its own, that one which fails keeps no other from its case: a list waits for so many, the next one for the others. */
const AT_A_TIME = 10;

/** A number whose link was withdrawn is none of them. */
export function leftOutOf(database: Statements, holders: readonly string[], ms: number): Promise<LeftOut[]> {
  return database.rows<LeftOut>(
    'leftOutOf',
    `SELECT DISTINCT o.kind, o.number FROM registry.left_out o
      WHERE o.holder = ANY ($1::text[])
        AND (o.searched_at IS NULL OR o.searched_at < now() - $2 * interval '1 millisecond')
        AND NOT EXISTS (SELECT FROM registry.case_numbers n WHERE n.kind = o.kind AND n.number = o.number)
      ORDER BY o.kind, o.number
      LIMIT ${AT_A_TIME}`,
    [holders, ms],
  );
}

export async function noteLeftOutSearch(
  database: Statements,
  holders: readonly string[],
  { kind, number }: LeftOut,
): Promise<void> {
  await database.rows(
    'noteLeftOutSearch',
    'UPDATE registry.left_out SET searched_at = now() WHERE holder = ANY ($1::text[]) AND kind = $2 AND number = $3',
    [holders, kind, number],
  );
}
