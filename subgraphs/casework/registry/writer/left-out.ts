import type { CaseNumberKind, LinkedNumberKind } from '#subgraphs/casework/registry/registry.ts';
import type { LinkedNumber } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** By which a case can be asked for: one that none of them finds (a notarial certificate's, legal aid's) has nothing to be searched by. */
const ASKED_BY: readonly LinkedNumberKind[] = [
  'POLICE_CASE_NO',
  'ACCEPTANCE_NO',
  'COURT_CASE_NO',
] satisfies CaseNumberKind[];

/** Keeps the records that have no case, under each of those whom they name; not a sealed one, which is in nobody's list. */
export async function writeLeftOut(statements: Statements, leftOut: readonly IngestedRecord[]): Promise<void> {
  const rows = leftOut.flatMap(({ kind, recordNo: number, facts }) =>
    facts.sealed || !ASKED_BY.includes(kind) ? [] : facts.assignments.map(({ holder }) => ({ kind, number, holder })),
  );
  await statements.rows(
    'writeLeftOut',
    `INSERT INTO registry.left_out (kind, number, holder)
     SELECT DISTINCT kind, number, holder FROM jsonb_to_recordset($1) AS r (kind text, number text, holder text)`,
    [JSON.stringify(rows)],
  );
}

/** Forgets what was left out before and is linked now, or labelled. */
export async function forgetLeftOut(statements: Statements, numbers: readonly LinkedNumber[]): Promise<void> {
  await statements.rows(
    'forgetLeftOut',
    `DELETE FROM registry.left_out o USING unnest($1::text[], $2::text[]) AS n (kind, number)
      WHERE o.kind = n.kind AND o.number = n.number`,
    [numbers.map(({ kind }) => kind), numbers.map(({ number }) => number)],
  );
}
