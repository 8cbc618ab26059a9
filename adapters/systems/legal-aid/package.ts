import type { OracleRow, ProcedureResult } from '#adapters/oracle/fetch.ts';
import { only, rowsByKey } from '#adapters/systems/answers.ts';
import { SUCCESS } from '#adapters/systems/legal-aid/codes.ts';
import { isLabelled, toCaseRecord, toLegalAidId } from '#adapters/systems/legal-aid/mapping.ts';
import type { AssignedCase } from '#adapters/systems/legal-aid/port.ts';
import { refusalOf } from '#adapters/systems/legal-aid/refusals.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { requiredText } from '#adapters/systems/records/oracle-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { LegalAidId } from '#schema/identifiers/kinds.ts';

/** What PKG_FLYZ 法律援助接口包 answers, in the words of the port. All throw UnreadableField. */

/** ZP_LS 指派律师. @throws GraphError where the package refuses */
export function toAssignedCase(result: ProcedureResult, asked: LegalAidId): AssignedCase {
  const refusal = refusalOf(requiredText(result.out, 'result_code'));
  if (refusal !== null) throw refusal;
  const byKey = rowsByKey(unlabelledRows(result), { keys: [asked], field: 'FYAJBH', keyOf: toLegalAidId });
  const ordinal = requiredText(result.out, 'assignment_no');
  return {
    assignmentNo: readable('P_ZPXH', /^[1-9]\d{0,3}$/.test(ordinal) ? Number(ordinal) : null),
    record: toCaseRecord(only('FYAJBH', byKey.get(asked) ?? [])),
  };
}

/** The rows of CX_ZPLS 查询指派律师 and ZP_LS. The package knows no labels: those of a labelled case are left out here. */
export function unlabelledRows({ out, rows }: ProcedureResult): readonly OracleRow[] {
  if (out.result_code !== SUCCESS) throw new UnreadableField('P_JGM', 'is not success');
  return rows.filter((row) => !isLabelled(row));
}
