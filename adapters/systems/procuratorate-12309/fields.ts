import type { XmlRecord } from '#adapters/soap/value.ts';
import { openAgency } from '#adapters/systems/codes.ts';
import { AGENCIES, AGENCY_SCHEME } from '#adapters/systems/procuratorate-12309/codes.ts';
import { readable, required } from '#adapters/systems/records/needed.ts';
import { text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** `yyyyMMdd`, or with the time `yyyyMMddHHmmss`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/;
/** What stands where there is no date; 1899-12-30 and -31 are day 0 and 1 of old spreadsheets. */
const NO_DATE = /^(?:0{8}(?:0{6})?|(?:00010101|189912(?:30|31))(?:000000)?)$/;

/** `yyyy-MM-dd`; a time beside it is not part of a legal date. */
export function legalDate(record: XmlRecord, element: string): string | null {
  const [, year, month, day] = compactTime(record, element) ?? [];
  if (year === undefined) return null;
  return readable(element, parseLegalDate(`${year}-${month}-${day}`));
}

export function requiredDate(record: XmlRecord, element: string): string {
  return required(element, legalDate(record, element));
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`: the system writes Chinese time, wherever this process runs. A day without a time is none. */
export function dateTime(record: XmlRecord, element: string): string | null {
  const [, year, month, day, hour, minute, second] = compactTime(record, element) ?? [];
  if (year === undefined) return null;
  if (hour === undefined) throw new UnreadableField(element, 'has no time');
  return readable(element, parseDateTime(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`));
}

export function requiredDateTime(record: XmlRecord, element: string): string {
  return required(element, dateTime(record, element));
}

/** `yyyyMMddHHmmss` of a date-time with the offset +08:00. */
export function compact(at: string): string {
  return at.replace(/\D/g, '').slice(0, 'yyyyMMddHHmmss'.length);
}

/** An agency with a part in the record, as `agencyCode`. */
export function agency(record: XmlRecord, element: string): string | null {
  const local = text(record, element);
  return local === null ? null : openAgency(element, local, AGENCY_SCHEME, AGENCIES);
}

export function requiredAgency(record: XmlRecord, element: string): string {
  return required(element, agency(record, element));
}

/** How many; `null` where the system does not say. */
export function count(record: XmlRecord, element: string): number | null {
  const digits = text(record, element);
  return digits === null ? null : readable(element, /^\d{1,4}$/.test(digits) ? Number(digits) : null);
}

function compactTime(record: XmlRecord, element: string): RegExpExecArray | null {
  const value = text(record, element);
  if (value === null || NO_DATE.test(value)) return null;
  return readable(element, COMPACT.exec(value));
}
