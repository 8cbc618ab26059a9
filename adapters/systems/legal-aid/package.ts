import type { OracleRow, ProcedureResult } from '#adapters/oracle/statement.ts';
import { only, rowsByKey } from '#adapters/systems/answers.ts';
import { SUCCESS } from '#adapters/systems/legal-aid/codes.ts';
import { isLabelled, toCaseRecord, toLegalAidId, toLicenceNo } from '#adapters/systems/legal-aid/mapping.ts';
import type { AssignedCase, AssignmentRequest, LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import { refusal, refusalOf } from '#adapters/systems/legal-aid/refusals.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { requiredText } from '#adapters/systems/records/oracle-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { LegalAidId } from '#schema/identifiers/kinds.ts';

/** What PKG_FLYZ 法律援助接口包 answers, in the words of the port. All throw UnreadableField. */

/** ZP_LS 指派律师. @throws GraphError where the package refuses */
export function toAssignedCase(result: ProcedureResult, asked: LegalAidId): AssignedCase {
  const refused = refusalOf(requiredText(result.out, 'result_code'));
  if (refused !== null) throw refused;
  const byKey = rowsByKey(unlabelledRows(result), { keys: [asked], field: 'FYAJBH', keyOf: toLegalAidId });
  return {
    assignmentNo: toOrdinal('P_ZPXH', requiredText(result.out, 'assignment_no')),
    record: toCaseRecord(only('FYAJBH', byKey.get(asked) ?? [])),
  };
}

/** 指派序号 of a request that was found by its 请求编号. @throws GraphError CONFLICT where it was another request's */
export function toFoundAssignment(row: OracleRow, asked: AssignmentRequest): number {
  const isSame =
    toLegalAidId(row) === asked.legalAidId &&
    toLicenceNo(row) === asked.licenceNo &&
    requiredText(row, 'ZPRGH') === asked.staffNo;
  if (!isSame) throw refusal('2005');
  return toOrdinal('ZPXH', requiredText(row, 'ZPXH'));
}

/** The case of an assignment that was found. @throws GraphError NOT_FOUND for one that the package would not have given */
export function toAssignableRecord(rows: readonly OracleRow[], asked: LegalAidId): LegalAidRecord {
  const [row] = rowsByKey(rows, { keys: [asked], field: 'FYAJBH', keyOf: toLegalAidId }).get(asked) ?? [];
  if (row === undefined || isLabelled(row)) throw refusal('2001');
  const record = toCaseRecord(row);
  if (record.sealed) throw refusal('2001');
  return record;
}

function toOrdinal(field: string, text: string): number {
  return readable(field, /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null);
}

/** The rows of CX_ZPLS 查询指派律师 and ZP_LS. The package knows no labels: those of a labelled case are left out here. */
export function unlabelledRows({ out, rows }: ProcedureResult): readonly OracleRow[] {
  if (out.result_code !== SUCCESS) throw new UnreadableField('P_JGM', 'is not success');
  return rows.filter((row) => !isLabelled(row));
}
