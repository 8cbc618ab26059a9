import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, sexOf } from '#adapters/systems/codes.ts';
import { LEGAL_STATUSES, ROLES } from '#adapters/systems/procuratorate-12309/codes.ts';
import type { ReviewLegalStatus, ReviewPartyRecord } from '#adapters/systems/procuratorate-12309/port.ts';
import { identityNumber } from '#adapters/systems/records/identity-number.ts';
import type { IngestedParty } from '#adapters/systems/records/parties.ts';
import { coded, keyedRecords, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';

/** Persons in a case in the words of the port. All throw UnreadableField. */

/** `cxRyXx`. */
export function toParties(record: XmlRecord): readonly ReviewPartyRecord[] {
  return keyedRecords(record, 'RYLB', 'RY', 'RYXH').map((person) => {
    const party = toParty(person);
    if (party.protectedIdentity) return { ...party, sex: null, phone: null };
    return { ...party, sex: sexOf(text(person, 'XB')), phone: text(person, 'LXDH') };
  });
}

/** The persons in `cxAjFy`. */
export function toIngestedParties(record: XmlRecord): readonly IngestedParty<ReviewLegalStatus>[] {
  return keyedRecords(record, 'RYLB', 'RY', 'RYXH').map(toParty);
}

/** Whoever is not said to be unprotected is protected, and has no number here. */
function toParty(record: XmlRecord): IngestedParty<ReviewLegalStatus> {
  const role = requiredCode(record, 'SSDW', ROLES);
  const protectedIdentity = coded(record, 'SFBH', FLAGS) ?? true;
  return {
    partyKey: requiredText(record, 'RYXH'),
    role,
    legalStatus: role === 'SUSPECT_OR_DEFENDANT' ? requiredCode(record, 'JDDM', LEGAL_STATUSES) : 'NOT_APPLICABLE',
    displayName: requiredText(record, 'XM'),
    protectedIdentity,
    minorAtOffence: coded(record, 'SFWCN', FLAGS),
    ...identityNumber(protectedIdentity ? null : text(record, 'SFZHM')),
  };
}
