import type { Department, SystemName } from '#schema/departments.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** That what a department's system states differs from what the law computes: for the officers of the agency whose record it is. */
export interface Difference {
  readonly caseUid: string;
  readonly department: Department;
  readonly system: SystemName;
  /** What differs, never how. */
  readonly field: string;
}

/** Notes each difference once, for the agency that last stated facts about the case for that department. */
export async function noteDifferences(statements: Statements, differences: readonly Difference[]): Promise<void> {
  await statements.rows(
    'noteDifferences',
    `INSERT INTO registry.data_quality_notices (case_uid, agency_code, department, system, field)
     SELECT DISTINCT ON (r."caseUid", r.department, r.system, r.field)
            r."caseUid", f.agency_code, r.department, r.system, r.field
       FROM jsonb_to_recordset($1) AS r ("caseUid" text, department text, system text, field text)
       JOIN registry.decision_facts f ON f.case_uid = r."caseUid" AND f.facts ->> 'department' = r.department
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(differences)],
  );
}
