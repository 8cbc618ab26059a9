/** The provinces of GB/T 2260, and the permits of DOMAIN 3.6 that have the form of an identity number. */
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\\d)';
const MONTH_AND_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const IDENTITY_18 = new RegExp(`^${PROVINCE}\\d{4}(?:18|19|20)\\d{2}${MONTH_AND_DAY}\\d{3}[\\dX]$`);
const IDENTITY_15 = new RegExp(`^${PROVINCE}\\d{6}${MONTH_AND_DAY}\\d{3}$`);
const MOBILE = /^(?:0{0,2}86)?1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;
const CARD = /^[2-9]\d{15,18}$/;

/** 统一受案号 as it is in use (DOMAIN 3.3): area, year, seven digits. */
const UNIFIED_NUMBER = /^[1-8]\d{5}20[0-4]\d{8}$/;

/**
 * Whether digits are somebody's number: identity number, phone or bank card (DOMAIN 5.5). @param groups of ASCII digits and a last X, as
 * they were typed: one group where nothing stood between them, and then every run of 18, 15 or 11 counts; several where something did,
 * and then they must look like one, since dates and lists of figures are typed so too.
 */
export function isPersonalNumber(groups: readonly string[]): boolean {
  const digits = groups.join('');
  return groups.length === 1 ? isPersonalRun(digits) : isPersonalRow(digits, groups);
}

function isPersonalRun(digits: string): boolean {
  // Longer than any number that has an owner, and long enough to hide one.
  if (digits.length >= 20) return true;
  if ([18, 15, 11].includes(digits.length)) return true;
  return MOBILE.test(digits) || /^0\d{11}$/.test(digits) || (isCard(digits) && !UNIFIED_NUMBER.test(digits));
}

function isPersonalRow(digits: string, groups: readonly string[]): boolean {
  if (IDENTITY_18.test(digits)) return true;
  if (holdsDate(groups)) return false;
  const [first = ''] = groups;
  const isEven = new Set(groups.map(({ length }) => length)).size === 1;
  return (
    MOBILE.test(digits) ||
    isCard(digits) ||
    (LANDLINE.test(digits) && groups.length <= 3 && (first.length === 3 || first.length === 4)) ||
    (IDENTITY_15.test(digits) && (first.length === 6 || isEven))
  );
}

/** A year, a month and a day, as in `2025-06-16`. */
function holdsDate(groups: readonly string[]): boolean {
  return groups.some(
    (year, place) =>
      /^(?:19|20)\d{2}$/.test(year) &&
      /^(?:0?[1-9]|1[0-2])$/.test(groups[place + 1] ?? '') &&
      /^(?:0?[1-9]|[12]\d|3[01])$/.test(groups[place + 2] ?? ''),
  );
}

/** 16 to 19 digits whose check digit is right (ISO/IEC 7812-1, Luhn). */
function isCard(digits: string): boolean {
  if (!CARD.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
