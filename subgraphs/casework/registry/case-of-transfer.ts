import type { SystemName } from '#schema/departments.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Of several cases that one record's hand-over stands in, the first: it is the same hand-over in each. */
const CASE = `
  SELECT r.case_uid AS "caseUid"
    FROM registry.transfers t JOIN registry.records r ON r.kind = t.record_kind AND r.record_no = t.record_no
   WHERE r.system = $1 AND t.transfer_key = $2
   ORDER BY r.case_uid LIMIT 1`;

/** The caseUid of the case in which a system recorded a hand-over under a key of its own; `null` where none did. */
export async function caseOfTransfer(database: Statements, system: SystemName, key: string): Promise<string | null> {
  const [row] = await database.rows<{ caseUid: string }>('caseOfTransfer', CASE, [system, key]);
  return row?.caseUid ?? null;
}
