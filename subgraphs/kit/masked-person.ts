import type { PartyRecord } from '#adapters/systems/records/parties.ts';
import { isMinorOn, maskIdNumber, maskPhone } from '#auth/masking/mask.ts';
import type { OwnerPerson } from '#subgraphs/kit/owner-rows.ts';

/** What a department knows of a person that masking goes by. */
export type PersonOfRecord = Pick<
  PartyRecord,
  'protectedIdentity' | 'minorAtOffence' | 'sex' | 'idNumber' | 'idNumberUnreadable' | 'phone'
>;

const UNKNOWN = { idNumber: null, idNumberUnreadable: undefined, phone: null };

/**
 * What leaves the owner's process of a person: masked; of a minor, or of whom nobody knows the age, no number; of a protected person
 * nothing (WORLD 7, DOMAIN 5.5). @param today LegalDate
 */
export function maskedPerson(partyKey: string, party: PersonOfRecord, today: string): OwnerPerson {
  if (party.protectedIdentity) return { partyKey, sexCode: null, idNumberMasked: null, phoneMasked: null };
  const { idNumber, idNumberUnreadable, phone } = isKnownAdult(party, today) ? party : UNKNOWN;
  return {
    partyKey,
    sexCode: party.sex?.code ?? null,
    idNumberMasked: idNumber === null ? null : maskIdNumber(idNumber),
    ...(idNumberUnreadable && { idNumberUnreadable }),
    phoneMasked: phone === null ? null : maskPhone(phone),
  };
}

/** Not a minor at the offence, nor today; of whom nobody knows the age is none. @param today LegalDate */
export function isKnownAdult({ minorAtOffence, idNumber }: PersonOfRecord, today: string): boolean {
  if (minorAtOffence === true) return false;
  return idNumber === null ? minorAtOffence === false : !isMinorOn(idNumber, today);
}
