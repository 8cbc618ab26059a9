import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import type { Statements } from '#subgraphs/casework/registry/database.ts';

type Remembered = Omit<RecordFacts, 'agencyCode' | 'recordNo'>;

export async function saveFacts(database: Statements, caseUid: string, facts: readonly RecordFacts[]): Promise<void> {
  await database.rows(
    'saveFacts',
    `INSERT INTO registry.decision_facts (case_uid, agency_code, record_no, facts, fetched_at)
     SELECT $1, r."agencyCode", r."recordNo", r.remembered, now()
       FROM jsonb_to_recordset($2) AS r ("agencyCode" text, "recordNo" text, remembered jsonb)
     ON CONFLICT (case_uid, agency_code, record_no) DO UPDATE
        SET facts = excluded.facts, fetched_at = excluded.fetched_at`,
    [caseUid, JSON.stringify(facts.map(toRow))],
  );
}

export async function factsOf(database: Statements, caseUid: string, lifetimeMs: number): Promise<KnownFacts[]> {
  const rows = await database.rows<{ agencyCode: string; recordNo: string; remembered: Remembered; lapsed: boolean }>(
    'factsOf',
    `SELECT agency_code AS "agencyCode", record_no AS "recordNo", facts AS remembered,
            fetched_at <= now() - $2 * interval '1 millisecond' AS lapsed
       FROM registry.decision_facts
      WHERE case_uid = $1
      ORDER BY agency_code, record_no`,
    [caseUid, lifetimeMs],
  );
  return rows.flatMap(({ agencyCode, recordNo, remembered, lapsed }) => {
    if (!lapsed) return [{ ...remembered, agencyCode, recordNo, live: false }];
    if (!remembered.sealed && !remembered.labelled && remembered.recusedStaffNos.length === 0) return [];
    // What never lapses can close a case; without an agency and assignments the record opens none.
    return [{ ...remembered, agencyCode: '', assignments: [], recordNo, live: false, lapsed: true }];
  });
}

/** Named one by one, so that nothing else that an owner may send along is ever kept. */
function toRow({ agencyCode, recordNo, department, sealed, labelled, assignments, recusedStaffNos }: RecordFacts) {
  const kept = assignments.map((assignment) => ({ staffNo: assignment.staffNo, function: assignment.function }));
  const remembered: Remembered = { department, sealed, labelled, assignments: kept, recusedStaffNos };
  return { agencyCode, recordNo, remembered };
}
