import type { Department, SystemName } from '#schema/departments.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** What the security officer is told: neither content nor numbers. */
export interface Alert {
  readonly rule: 'ingest.labelled' | 'ingest.unreadable';
  readonly department: Department;
  readonly system: SystemName;
  readonly count: number;
}

export async function raiseAlert(statements: Statements, { rule, department, system, count }: Alert): Promise<void> {
  await statements.rows(
    'raiseAlert',
    'INSERT INTO registry.alerts (rule, department, system, count) VALUES ($1, $2, $3, $4)',
    [rule, department, system, count],
  );
}
