import type { SystemName } from '#schema/departments.ts';
import type { PlacedRecord } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Cases that are not there yet, as the first record of each has them; {@link deriveCases} makes them what all their records say. */
export async function writeCases(
  statements: Statements,
  provenance: string,
  placed: readonly PlacedRecord[],
): Promise<void> {
  const rows = placed.flatMap(({ caseUid, record: { caseKind, stage } }) =>
    caseKind === null ? [] : [{ caseUid, kind: caseKind, stage: stage ?? 'ACCEPTANCE' }],
  );
  await statements.rows(
    'writeCases',
    `INSERT INTO registry.cases (case_uid, kind, current_stage, sealed, provenance)
     SELECT DISTINCT ON (r."caseUid") r."caseUid", r.kind, r.stage, false, $2
       FROM jsonb_to_recordset($1) AS r ("caseUid" text, kind text, stage text)
     ON CONFLICT (case_uid) DO NOTHING`,
    [JSON.stringify(rows), provenance],
  );
}

/** What each record states of its case. */
export async function writeRecords(
  statements: Statements,
  system: SystemName,
  placed: readonly PlacedRecord[],
): Promise<void> {
  const rows = placed.map(({ caseUid, record: { kind, recordNo, caseKind, stage, facts } }) => ({
    case_uid: caseUid,
    kind,
    record_no: recordNo,
    case_kind: caseKind,
    stage,
    department: facts.department,
    agency_code: facts.agencyCode,
    sealed: facts.sealed,
  }));
  await statements.rows(
    'writeRecords',
    `INSERT INTO registry.records AS known
            (kind, record_no, case_uid, system, department, agency_code, case_kind, stage, sealed)
     SELECT r.kind, r.record_no, r.case_uid, $2, r.department, r.agency_code, r.case_kind, r.stage, r.sealed
       FROM jsonb_to_recordset($1) AS r (kind text, record_no text, case_uid text, department text, agency_code text,
            case_kind text, stage text, sealed boolean)
     ON CONFLICT (kind, record_no) DO UPDATE
        SET case_uid = excluded.case_uid, system = excluded.system, department = excluded.department,
            agency_code = excluded.agency_code, case_kind = excluded.case_kind, stage = excluded.stage,
            sealed = excluded.sealed, taken_at = now()
      WHERE (known.case_uid, known.system, known.department, known.agency_code, known.case_kind, known.stage, known.sealed)
            IS DISTINCT FROM (excluded.case_uid, excluded.system, excluded.department, excluded.agency_code,
                              excluded.case_kind, excluded.stage, excluded.sealed)`,
    [JSON.stringify(rows), system],
  );
}
