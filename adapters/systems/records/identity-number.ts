import { citizenId } from '#schema/identifiers/citizen-id.ts';
import type { CitizenId } from '#schema/identifiers/kinds.ts';

/** What a system holds of a person's identity number (公民身份号码). */
export interface IdentityNumber {
  /** 18 characters, or the 15 digits of the first generation; `null` where there is none that can be read. It **never** leaves the owner's process unmasked. */
  readonly idNumber: CitizenId | null;
  /** There is one that its check character or its length does not bear out: no number is shown for it, nor that there is none. */
  readonly idNumberUnreadable?: true;
}

/** Digits as many as a mistyped number may have. Not the permanent residence card of a foreigner (18 digits from 9), nor a passport: who has those has no identity number. */
const MISTYPED = /^(?!9\d{17}$)\d{14,18}[\dXx]$/;

/** @param written what the system has in the field, `null` where it is empty */
export function identityNumber(written: string | null): IdentityNumber {
  const idNumber = citizenId.parse(written ?? '');
  return idNumber === null && MISTYPED.test(written ?? '') ? { idNumber, idNumberUnreadable: true } : { idNumber };
}
