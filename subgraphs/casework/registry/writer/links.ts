import type { Department, SystemName } from '#schema/departments.ts';
import type { CaseLink, KnownLinks, LinkedNumber } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Any number, as long as nothing else in the database locks by it. */
const WRITERS = 3_799_990_002;

/**
 * Until the transaction ends nobody else writes links: what was read of them still holds when they are written. Its statements are planned
 * for the page at hand, and by index: the tables may have grown much since their statistics were made.
 */
export async function lockLinks(statements: Statements): Promise<void> {
  await statements.rows(
    'lockLinks',
    `SELECT pg_advisory_xact_lock($1), set_config('plan_cache_mode', 'force_custom_plan', true),
            set_config('enable_seqscan', 'off', true), set_config('random_page_cost', '1.1', true)`,
    [WRITERS],
  );
}

/** What is known of these numbers, and which of these cases there are. */
export async function knownLinks(
  statements: Statements,
  numbers: readonly LinkedNumber[],
  caseUids: readonly string[],
): Promise<KnownLinks> {
  const links = await statements.rows<CaseLink & { withdrawn: boolean }>(
    'knownLinks',
    `SELECT n.kind, n.number, n.case_uid AS "caseUid", n.withdrawn_at IS NOT NULL AS withdrawn
       FROM (SELECT DISTINCT kind, number FROM jsonb_to_recordset($1) AS r (kind text, number text)) asked
      CROSS JOIN LATERAL (
            SELECT * FROM registry.case_numbers each
             WHERE each.kind = asked.kind AND each.number = asked.number
            OFFSET 0) n
      ORDER BY n.id`,
    [JSON.stringify(numbers)],
  );
  const cases = await statements.rows<{ caseUid: string }>(
    'knownCases',
    'SELECT case_uid AS "caseUid" FROM registry.cases WHERE case_uid = ANY ($1)',
    [caseUids],
  );
  return {
    links: links.filter(({ withdrawn }) => !withdrawn),
    withdrawn: links.filter(({ withdrawn }) => withdrawn),
    caseUids: new Set(cases.map(({ caseUid }) => caseUid)),
  };
}

/** Under {@link lockLinks}, links that are not there yet. */
export async function writeLinks(
  statements: Statements,
  provenance: string,
  links: readonly CaseLink[],
): Promise<void> {
  if (links.length === 0) return;
  await statements.rows(
    'writeLinks',
    `INSERT INTO registry.case_numbers (kind, number, case_uid, provenance)
     SELECT r.kind, r.number, r."caseUid", $2
       FROM jsonb_to_recordset($1) AS r (kind text, number text, "caseUid" text)`,
    [JSON.stringify(links), provenance],
  );
}

export interface Withdrawal {
  /** Who: a staff number, an operator, or the rule by which ingest does it. */
  readonly by: string;
  readonly why: string;
}

/** A record with a state-secrecy label must not be in this system (Secrets 31): what was there of it is taken out. */
export const LABELLED: Withdrawal = { by: 'ingest', why: 'labelled' };

/**
 * Withdraws links, and takes out of the cases what came in by them: the records, their facts, their parties' statements. The links stay,
 * withdrawn. Resolves to the cases that lost one.
 */
export async function withdrawLinks(
  statements: Statements,
  numbers: readonly LinkedNumber[],
  { by, why }: Withdrawal,
): Promise<string[]> {
  const rows = await statements.rows<{ caseUid: string }>(
    'withdrawLinks',
    `WITH gone AS (
       UPDATE registry.case_numbers n
          SET withdrawn_at = now(), withdrawn_by = $2, withdrawn_why = $3
         FROM jsonb_to_recordset($1) AS r (kind text, number text)
        WHERE n.kind = r.kind AND n.number = r.number AND n.withdrawn_at IS NULL
       RETURNING n.kind, n.number, n.case_uid
     ), records AS (
       DELETE FROM registry.records r USING gone g WHERE r.kind = g.kind AND r.record_no = g.number
     ), facts AS (
       DELETE FROM registry.decision_facts f USING gone g WHERE f.case_uid = g.case_uid AND f.record_no = g.number
     ), notices AS (
       DELETE FROM registry.data_quality_notices q USING gone g WHERE q.case_uid = g.case_uid AND q.field = g.kind
     )
     SELECT DISTINCT case_uid AS "caseUid" FROM gone ORDER BY 1`,
    [JSON.stringify(numbers), by, why],
  );
  return rows.map(({ caseUid }) => caseUid);
}

/** A number that a record claims for its case and that belongs to another, the one in `claimed`. */
export interface Conflict {
  readonly claimed: CaseLink;
  /** Whose record it is; the agency is null where that is not known. */
  readonly department: Department;
  readonly agencyCode: string | null;
}

/** Under {@link lockLinks}: what a system claims for one case and the registry has in another is a notice there, and when new an alert. */
export async function noteConflicts(
  statements: Statements,
  system: SystemName,
  conflicts: readonly Conflict[],
): Promise<void> {
  if (conflicts.length === 0) return;
  const rows = conflicts.map(({ claimed, ...by }) => ({ ...claimed, ...by }));
  // The agency that issued the number is told, where its record is known; else the one that claims it.
  await statements.rows(
    'noteConflicts',
    `WITH noted AS (
       INSERT INTO registry.data_quality_notices (case_uid, agency_code, department, system, field)
       SELECT DISTINCT c."caseUid", coalesce(r.agency_code, c."agencyCode"), c.department, $2, c.kind
         FROM jsonb_to_recordset($1) AS c (kind text, number text, "caseUid" text, department text, "agencyCode" text)
         LEFT JOIN registry.records r ON r.kind = c.kind AND r.record_no = c.number
        WHERE coalesce(r.agency_code, c."agencyCode") IS NOT NULL
       ON CONFLICT DO NOTHING
       RETURNING department, system
     )
     INSERT INTO registry.alerts (rule, department, system, count)
     SELECT 'ingest.number-of-another-case', department, system, count(*) FROM noted GROUP BY department, system`,
    [JSON.stringify(rows), system],
  );
}
