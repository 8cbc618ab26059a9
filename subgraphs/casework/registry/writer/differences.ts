import type { Department, SystemName } from '#schema/departments.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** That a system states a fact otherwise than its owner, or than the law computes: for the officers of the agency whose fact it is. */
export interface Difference {
  readonly caseUid: string;
  readonly agencyCode: string;
  /** Of the system that states it. */
  readonly department: Department;
  readonly system: SystemName;
  /** What differs, never how. */
  readonly field: string;
}

/** Notes each difference once. */
export async function noteDifferences(statements: Statements, differences: readonly Difference[]): Promise<void> {
  await statements.rows(
    'noteDifferences',
    `INSERT INTO registry.data_quality_notices (case_uid, agency_code, department, system, field)
     SELECT DISTINCT "caseUid", "agencyCode", department, system, field
       FROM jsonb_to_recordset($1) AS r ("caseUid" text, "agencyCode" text, department text, system text, field text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(differences)],
  );
}
