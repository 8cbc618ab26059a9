import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, sexOf } from '#adapters/systems/codes.ts';
import { JUDGMENTS, ROLES } from '#adapters/systems/court-12368/codes.ts';
import { legalDate } from '#adapters/systems/court-12368/fields.ts';
import type { CourtLegalStatus, CourtPartyRecord, IngestedCourtCase } from '#adapters/systems/court-12368/port.ts';
import { identityNumber } from '#adapters/systems/records/identity-number.ts';
import { coded, keyedRecords, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';

/** Parties (当事人) in the words of the port. All throw UnreadableField. */

/** `cxDsrXx`. */
export function toParties(record: XmlRecord): readonly CourtPartyRecord[] {
  return keyedRecords(record, 'DSRLB', 'DSR', 'XH').map((row) => {
    const person = toPerson(row);
    return person.protectedIdentity
      ? { ...person, sex: null, phone: null }
      : { ...person, sex: sexOf(text(row, 'XBDM')), phone: text(row, 'LXDH') };
  });
}

/** The parties in `cxAjFy`. */
export function toIngestedParties(record: XmlRecord): IngestedCourtCase['parties'] {
  return keyedRecords(record, 'DSRLB', 'DSR', 'XH').map(toPerson);
}

/** Whoever is not said to be unprotected is protected: then the name is an alias, and nothing else is read. */
function toPerson(row: XmlRecord): IngestedCourtCase['parties'][number] {
  const role = requiredCode(row, 'SSDW', ROLES);
  const protectedIdentity = coded(row, 'SFBH', FLAGS) ?? true;
  return {
    partyKey: requiredText(row, 'XH'),
    role,
    ...toLegalStatus(row, role),
    displayName: requiredText(row, 'XM'),
    protectedIdentity,
    minorAtOffence: coded(row, 'SFWCN', FLAGS),
    ...identityNumber(protectedIdentity ? null : text(row, 'SFZHM')),
  };
}

/** A judgment changes nothing before the day of its effect, which may lie ahead. */
function toLegalStatus(row: XmlRecord, role: PartyRole): { legalStatus: CourtLegalStatus; legalStatusSince?: string } {
  if (role !== 'SUSPECT_OR_DEFENDANT') return { legalStatus: 'NOT_APPLICABLE' };
  const judgment = coded(row, 'PJJG', JUDGMENTS);
  const effectiveOn = judgment && legalDate(row, 'PJSXRQ');
  return effectiveOn ? { legalStatus: judgment, legalStatusSince: effectiveOn } : { legalStatus: 'DEFENDANT' };
}
