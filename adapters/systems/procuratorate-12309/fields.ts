import type { XmlRecord, XmlValue } from '#adapters/soap/xml-value.ts';
import { legible } from '#adapters/systems/legible.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** `yyyyMMdd`, or with the time `yyyyMMddHHmmss`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/;
/** What stands where there is no date; 1899-12-30 and -31 are day 0 and 1 of old spreadsheets. */
const NO_DATE = /^(?:0{8}(?:0{6})?|(?:00010101|189912(?:30|31))(?:000000)?)$/;

/** The text without the spaces around it; `null` where the element is absent, empty or blank. */
export function text(record: XmlRecord, element: string): string | null {
  const value = record[element] ?? '';
  if (typeof value !== 'string') throw new UnreadableField(element, 'is not text');
  return legible(element, value);
}

export function requiredText(record: XmlRecord, element: string): string {
  return required(element, text(record, element));
}

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

/** How many; `null` where the system does not say. */
export function count(record: XmlRecord, element: string): number | null {
  const digits = text(record, element);
  return digits === null ? null : readable(element, /^\d{1,4}$/.test(digits) ? Number(digits) : null);
}

/** The meaning of a code; `null` where there is none. An unknown one is an error: the graph has no word for it. */
export function coded<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning | null {
  const code = text(record, element);
  if (code === null) return null;
  const meaning = list.get(code);
  if (meaning === undefined) throw new UnreadableField(element, 'has an unknown code');
  return meaning;
}

export function requiredCode<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning {
  return required(element, coded(record, element, list));
}

/** The element's own elements; it must be there. */
export function requiredRecord(record: XmlRecord, element: string): XmlRecord {
  const value = record[element];
  if (!isRecord(value)) throw new UnreadableField(element, 'is missing');
  return value;
}

/** The records in a list (`<list><item/>…</list>`), none, one or many; the list itself must be there. */
export function recordsIn(record: XmlRecord, list: string, item: string): readonly XmlRecord[] {
  const items = requiredRecord(record, list)[item];
  if (!Array.isArray(items) || !items.every(isRecord)) throw new UnreadableField(list, 'is no list of elements');
  return items;
}

/** As {@link recordsIn}, each by its own key: one that comes twice means that the reply is not what it seems. */
export function keyedRecords(record: XmlRecord, list: string, item: string, key: string): readonly XmlRecord[] {
  const records = recordsIn(record, list, item);
  if (new Set(records.map((each) => requiredText(each, key))).size < records.length) {
    throw new UnreadableField(key, 'comes twice');
  }
  return records;
}

/** The texts in a list, without the empty ones. */
export function textsIn(record: XmlRecord, list: string, item: string): readonly string[] {
  const items = requiredRecord(record, list)[item];
  if (!Array.isArray(items)) throw new UnreadableField(list, 'is no list of texts');
  return items.flatMap((each) => text({ [item]: each }, item) ?? []);
}

export function required<Value>(element: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(element, 'is missing');
  return value;
}

/** What could be made of a value that is there. */
export function readable<Value>(element: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(element, 'cannot be read');
  return value;
}

function compactTime(record: XmlRecord, element: string): RegExpExecArray | null {
  const value = text(record, element);
  if (value === null || NO_DATE.test(value)) return null;
  return readable(element, COMPACT.exec(value));
}

function isRecord(value: XmlValue | undefined): value is XmlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
