import type { OracleRow } from '#adapters/oracle/statement.ts';
import { FLAGS, sexOf } from '#adapters/systems/codes.ts';
import { ROLES, STAGES } from '#adapters/systems/legal-aid/codes.ts';
import type {
  Beneficiary,
  BeneficiaryRecord,
  BeneficiaryStatus,
  IngestedLegalAidCase,
} from '#adapters/systems/legal-aid/port.ts';
import { identityNumber } from '#adapters/systems/records/identity-number.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';

/** 受援人 in the words of the port. All throw UnreadableField. */

/** V_FYAJ; `null` where the case has none. */
export function toBeneficiary(row: OracleRow): Beneficiary | null {
  return text(row, 'SYRBH') === null ? null : { ...toPerson(row), sex: sexOf(text(row, 'XBDM')) };
}

/** V_SYR. */
export function toBeneficiaryRecord(row: OracleRow): BeneficiaryRecord {
  return {
    ...toPerson(row),
    sex: sexOf(text(row, 'XBDM')),
    ...identityNumber(text(row, 'ZJHM')),
    phone: text(row, 'LXDH'),
  };
}

/** V_FYAJ, as the page has it. */
export function toIngestedParties(row: OracleRow): IngestedLegalAidCase['parties'] {
  return text(row, 'SYRBH') === null ? [] : [{ ...toPerson(row), ...identityNumber(text(row, 'ZJHM')) }];
}

/** Whoever is not said to be unprotected is protected; the statements give no more of such a person than the alias. */
function toPerson(row: OracleRow): Omit<Beneficiary, 'sex'> {
  const role = requiredCode(row, 'SYRLB', ROLES);
  return {
    partyKey: readable('FYAJBH', legalAidId.parse(requiredText(row, 'FYAJBH'))),
    role,
    legalStatus: role === 'SUSPECT_OR_DEFENDANT' ? toLegalStatus(row) : 'NOT_APPLICABLE',
    displayName: requiredText(row, 'SYRXM'),
    protectedIdentity: coded(row, 'BHBZ', FLAGS) ?? true,
    minorAtOffence: coded(row, 'WCNBZ', FLAGS),
  };
}

function toLegalStatus(row: OracleRow): BeneficiaryStatus {
  const stage = requiredCode(row, 'AJJD', STAGES);
  return stage === 'INVESTIGATION' || stage === 'PROSECUTION_REVIEW' ? 'SUSPECT' : 'DEFENDANT';
}
