import { inChinaTime } from '#schema/calendar.ts';
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

/** A rule's alerts about a system, for whoever runs the registry. */
export interface AlertFigures {
  readonly rule: string;
  readonly system: SystemName;
  readonly count: number;
  /** DateTime of the last. */
  readonly last: string;
}

export async function alertFigures(database: Statements): Promise<AlertFigures[]> {
  const rows = await database.rows<Omit<AlertFigures, 'last'> & { last: Date }>(
    'alertFigures',
    `SELECT rule, system, sum(count)::int AS count, max(at) AS last
       FROM registry.alerts GROUP BY rule, system ORDER BY rule, system`,
    [],
  );
  return rows.map((row) => ({ ...row, last: inChinaTime(row.last.getTime()) }));
}
