import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

type Remembered = Omit<RecordFacts, 'agencyCode' | 'recordNo'>;

/** Facts about a record of a case. */
export interface CaseFacts {
  readonly caseUid: string;
  readonly facts: RecordFacts;
}

/**
 * Facts are kept whole, and their holders beside them, by whom cases are found; a seal among them seals the case at once. One statement,
 * whatever the number of cases.
 */
export async function saveFacts(database: Statements, stated: readonly CaseFacts[]): Promise<void> {
  await database.rows(
    'saveFacts',
    `WITH stated AS (
       SELECT * FROM jsonb_to_recordset($1) AS r (case_uid text, agency_code text, record_no text, remembered jsonb)
     ), held AS (
       SELECT DISTINCT s.case_uid, s.agency_code, s.record_no, a.holder, a.function
         FROM stated s, jsonb_to_recordset(s.remembered->'assignments') AS a (holder text, function text)
     ), saved AS (
       INSERT INTO registry.decision_facts (case_uid, agency_code, record_no, facts, fetched_at)
       SELECT case_uid, agency_code, record_no, remembered, now() FROM stated ORDER BY case_uid, agency_code, record_no
       ON CONFLICT (case_uid, agency_code, record_no) DO UPDATE
          SET facts = excluded.facts, fetched_at = excluded.fetched_at
       RETURNING case_uid, (facts->>'sealed')::boolean AS sealed
     ), closed AS (
       UPDATE registry.cases c SET sealed = true, updated_at = now()
         FROM saved WHERE c.case_uid = saved.case_uid AND saved.sealed AND NOT c.sealed
     ), ended AS (
       DELETE FROM registry.decision_assignments d USING stated s
        WHERE (d.case_uid, d.agency_code, d.record_no) = (s.case_uid, s.agency_code, s.record_no)
          AND NOT EXISTS (SELECT FROM held h
                           WHERE (h.case_uid, h.agency_code, h.record_no, h.holder, h.function)
                               = (d.case_uid, d.agency_code, d.record_no, d.holder, d.function))
     )
     INSERT INTO registry.decision_assignments (case_uid, agency_code, record_no, holder, function)
     SELECT case_uid, agency_code, record_no, holder, function FROM held ORDER BY 1, 2, 3, 4, 5
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(stated.map(toRow))],
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

/** Named one by one, so that nothing else that an owner may send along is ever kept; whom an assignment concerns is not. */
function toRow({ caseUid, facts }: CaseFacts) {
  const { agencyCode, recordNo, department, sealed, labelled, recusedStaffNos } = facts;
  const assignments = facts.assignments.map(({ holder, function: as }) => ({ holder, function: as, partyKey: null }));
  const remembered: Remembered = { department, sealed, labelled, assignments, recusedStaffNos };
  return { case_uid: caseUid, agency_code: agencyCode, record_no: recordNo, remembered };
}
