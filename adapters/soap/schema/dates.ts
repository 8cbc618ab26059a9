/** The lexical forms of dates and times (XML Schema part 2 §3.2.7 to §3.2.14). Nothing is ever made a Date: the process's zone has no say. */

const YEAR = '(?<year>-?(?:[1-9]\\d{4,}|\\d{4}))';
const MONTH = '(?<month>0[1-9]|1[0-2])';
const DAY = '(?<day>0[1-9]|[12]\\d|3[01])';
const TIME = '(?<time>(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const ZONE = '(?<zone>Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';

const FORMS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    dateTime: `${YEAR}-${MONTH}-${DAY}T${TIME}`,
    date: `${YEAR}-${MONTH}-${DAY}`,
    time: TIME,
    gYearMonth: `${YEAR}-${MONTH}`,
    gYear: YEAR,
    gMonthDay: `--${MONTH}-${DAY}`,
    gDay: `---${DAY}`,
    gMonth: `--${MONTH}`,
  }).map(([type, form]) => [type, new RegExp(`^${form}${ZONE}$`)]),
);

const DURATION = /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Of `gMonthDay` too, whose February has a 29th. */
const LEAP_YEAR = '2000';

/** Whether a text is of one of these types; `undefined` where the type is another. */
export function isDateForm(type: string, text: string): boolean | undefined {
  if (type === 'duration') return DURATION.test(text);
  const form = FORMS.get(type);
  if (!form) return undefined;
  const groups = form.exec(text)?.groups;
  if (!groups) return false;
  const { year = LEAP_YEAR, month, day } = groups;
  // There is no year 0 in XML Schema 1.0; MySQL's 0000-00-00 is none either.
  if (/^-?0000$/.test(year)) return false;
  return month === undefined || day === undefined || Number(day) <= daysIn(year, Number(month));
}

/**
 * The instant as digits that compare as text compares, and whether it has a zone: without one it may only be compared with its like.
 * `null` where the type has no order that we know.
 */
export function instantOf(
  type: string,
  text: string,
): { readonly at: bigint; readonly fraction: string; readonly hasZone: boolean } | null {
  const groups = FORMS.get(type)?.exec(text)?.groups;
  if (!groups) return null;
  const { year = LEAP_YEAR, month = '01', day = '01', time = '00:00:00', zone } = groups;
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(':');
  const [whole = '0', fraction = ''] = seconds.split('.');
  const days = daysSince(BigInt(year), Number(month), Number(day));
  const at = days * 86_400n + BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(whole)) - offsetOf(zone);
  return { at, fraction: withoutEndZeros(fraction), hasZone: zone !== undefined };
}

/** A pattern for the zeros at an end is quadratic in the zeros within. */
export function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function offsetOf(zone: string | undefined): bigint {
  if (zone === undefined || zone === 'Z') return 0n;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return BigInt(zone.startsWith('-') ? -minutes * 60 : minutes * 60);
}

function daysIn(year: string, month: number): number {
  // A year may be of any length, and 10,000 is a multiple of 400.
  if (month === 2) return isLeap(Number(year.slice(-4))) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the proleptic Gregorian calendar, from a beginning that all share. */
function daysSince(year: bigint, month: number, day: number): bigint {
  const march = month > 2 ? month - 3 : month + 9;
  const from = month > 2 ? year : year - 1n;
  const floor = (by: bigint) => (from - (((from % by) + by) % by)) / by;
  return from * 365n + floor(4n) - floor(100n) + floor(400n) + BigInt(Math.floor((153 * march + 2) / 5) + day);
}
