import { inChinaTime } from '#schema/calendar.ts';
import type { DataQualityNotice } from '#subgraphs/casework/registry/registry.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

export async function noticesOf(database: Statements, caseUid: string): Promise<DataQualityNotice[]> {
  const rows = await database.rows<Omit<DataQualityNotice, 'notedAt'> & { notedAt: Date }>(
    'noticesOf',
    `SELECT agency_code AS "agencyCode", department, system, field, noted_at AS "notedAt"
       FROM registry.data_quality_notices
      WHERE case_uid = $1
      ORDER BY field, agency_code, department, system`,
    [caseUid],
  );
  return rows.map((row) => ({ ...row, notedAt: inChinaTime(row.notedAt.getTime()) }));
}
