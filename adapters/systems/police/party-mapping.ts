import type { OracleRow } from '#adapters/oracle/statement.ts';
import { FLAGS, sexOf } from '#adapters/systems/codes.ts';
import { ROLES, SUSPECT_STATUSES } from '#adapters/systems/police/codes.ts';
import { once } from '#adapters/systems/police/fields.ts';
import type { IngestedPoliceCase, PoliceLegalStatus, PolicePartyRecord } from '#adapters/systems/police/port.ts';
import { identityNumber } from '#adapters/systems/records/identity-number.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';

/** Rows of V_AJRY in the words of the port. All throw UnreadableField. */

export function toParties(rows: readonly OracleRow[]): readonly PolicePartyRecord[] {
  return once('RYBH', rows).map((row) => ({
    ...toPerson(row),
    sex: sexOf(text(row, 'XBDM')),
    phone: text(row, 'LXDH'),
  }));
}

export function toIngestedParties(rows: readonly OracleRow[]): IngestedPoliceCase['parties'] {
  return once('RYBH', rows).map(toPerson);
}

/** Whoever is not said to be unprotected is protected; the statements give no more of such a person than the alias. */
function toPerson(row: OracleRow): IngestedPoliceCase['parties'][number] {
  const role = requiredCode(row, 'RYLB', ROLES);
  return {
    partyKey: requiredText(row, 'RYBH'),
    role,
    legalStatus: toLegalStatus(row, role),
    displayName: requiredText(row, 'XM'),
    protectedIdentity: coded(row, 'BHBZ', FLAGS) ?? true,
    minorAtOffence: coded(row, 'WCNBZ', FLAGS),
    ...identityNumber(text(row, 'ZJHM')),
  };
}

function toLegalStatus(row: OracleRow, role: PartyRole): PoliceLegalStatus {
  return role === 'SUSPECT_OR_DEFENDANT' ? requiredCode(row, 'CLZT', SUSPECT_STATUSES) : 'NOT_APPLICABLE';
}
