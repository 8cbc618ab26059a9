import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { isRealDate } from '#schema/calendar.ts';

/** Dates that old databases write where there is none. */
const EMPTY_DATE = /^(0000-00-00|0001-01-01)( |$)/;
const LEGACY_TIME = /^(\d{4})-(\d{2})-(\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.0+)?)?$/;

/** The text without the spaces around it; `null` where the element is absent, nil or blank. */
export function text(record: XmlRecord, element: string): string | null {
  const value = record[element] ?? '';
  if (typeof value !== 'string') throw new UnreadableField(element, 'is not text');
  return value.trim() || null;
}

export function requiredText(record: XmlRecord, element: string): string {
  const value = text(record, element);
  if (value === null) throw new UnreadableField(element, 'is missing');
  return value;
}

/** `yyyy-MM-dd`, from a date or a date-time; `null` for an empty one. */
export function legalDate(record: XmlRecord, element: string): string | null {
  return legacyTime(record, element)?.date ?? null;
}

export function requiredDate(record: XmlRecord, element: string): string {
  const date = legalDate(record, element);
  if (date === null) throw new UnreadableField(element, 'is missing');
  return date;
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`: what the system writes without a zone is Chinese time, wherever this process runs. */
export function requiredDateTime(record: XmlRecord, element: string): string {
  const { date, time } = legacyTime(record, element) ?? {};
  if (date === undefined || time === undefined) throw new UnreadableField(element, 'has no date and time');
  return `${date}T${time}+08:00`;
}

/** The meaning of a code; `null` where there is no code. An unknown one is an error: the graph has no word for it. */
export function coded<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning | null {
  const code = text(record, element);
  if (code === null) return null;
  const meaning = list.get(code);
  if (meaning === undefined) throw new UnreadableField(element, 'has an unknown code');
  return meaning;
}

export function requiredCode<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning {
  const meaning = coded(record, element, list);
  if (meaning === null) throw new UnreadableField(element, 'is missing');
  return meaning;
}

/** The element as a record; `null` where it is absent. */
export function optionalRecord(record: XmlRecord, element: string): XmlRecord | null {
  const value = record[element] ?? null;
  if (value === null || isRecord(value)) return value;
  throw new UnreadableField(element, 'holds no elements');
}

/** The records in a list (`<list><item/>…</list>`); the list itself must be there. */
export function recordsIn(record: XmlRecord, list: string, item: string): readonly XmlRecord[] {
  const items = optionalRecord(record, list)?.[item];
  if (!Array.isArray(items) || !items.every(isRecord)) throw new UnreadableField(list, 'is missing');
  return items;
}

function legacyTime(record: XmlRecord, element: string): { date: string; time: string | undefined } | null {
  const value = text(record, element);
  if (value === null || EMPTY_DATE.test(value)) return null;
  const [, year, month, day, time] = LEGACY_TIME.exec(value) ?? [];
  if (!isRealDate(Number(year), Number(month), Number(day))) throw new UnreadableField(element, 'is not a date');
  return { date: `${year}-${month}-${day}`, time };
}

function isRecord(value: unknown): value is XmlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
