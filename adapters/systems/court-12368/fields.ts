import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { legible } from '#adapters/systems/legible.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { isRealDate } from '#schema/calendar.ts';

/** Dates that old databases write where there is none. */
const EMPTY_DATE = /^(0000-00-00|0001-01-01)( |$)/;
/** Yuan; decimals beyond fen hold nothing. */
const AMOUNT = /^(\d+)(?:\.(\d{1,2})0*)?$/;
const LEGACY_TIME = /^(\d{4})-(\d{2})-(\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.0+)?)?$/;

/** The text without the spaces around it; `null` where the element is absent, nil or blank. */
export function text(record: XmlRecord, element: string): string | null {
  const value = record[element] ?? '';
  if (typeof value !== 'string') throw new UnreadableField(element, 'is not text');
  return legible(element, value);
}

export function requiredText(record: XmlRecord, element: string): string {
  return required(element, text(record, element));
}

/** `yyyy-MM-dd`, from a date or a date-time; `null` for an empty one. */
export function legalDate(record: XmlRecord, element: string): string | null {
  return legacyTime(record, element)?.date ?? null;
}

export function requiredDate(record: XmlRecord, element: string): string {
  return required(element, legalDate(record, element));
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`: what the system writes without a zone is Chinese time, wherever this process runs. A day without a time is none. */
export function dateTime(record: XmlRecord, element: string): string | null {
  const at = legacyTime(record, element);
  if (at === null) return null;
  if (at.time === undefined) throw new UnreadableField(element, 'has no time');
  return `${at.date}T${at.time}+08:00`;
}

export function requiredDateTime(record: XmlRecord, element: string): string {
  return required(element, dateTime(record, element));
}

/** An amount in yuan with decimals, as fen: a safe integer, and no float on the way to it. */
export function requiredFen(record: XmlRecord, element: string): number {
  const [, yuan, decimals = ''] = AMOUNT.exec(requiredText(record, element)) ?? [];
  if (yuan === undefined) throw new UnreadableField(element, 'is not an amount');
  const fen = Number(yuan + decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) throw new UnreadableField(element, 'is more than can be told exactly');
  return fen;
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
  return required(element, coded(record, element, list));
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

/** As {@link recordsIn}, each by its own key: one that comes twice means that the reply is not what it seems. */
export function keyedRecords(record: XmlRecord, list: string, item: string, ...key: string[]): readonly XmlRecord[] {
  const records = recordsIn(record, list, item);
  const keys = records.map((each) => key.map((element) => requiredText(each, element)).join('#'));
  if (new Set(keys).size < keys.length) throw new UnreadableField(list, 'holds a record twice');
  return records;
}

/** The texts in a list, without the empty ones. */
export function textsIn(record: XmlRecord, list: string, item: string): readonly string[] {
  const items = optionalRecord(record, list)?.[item];
  if (!Array.isArray(items)) throw new UnreadableField(list, 'is missing');
  return items.flatMap((each) => text({ [item]: each }, item) ?? []);
}

/** What could be made of a value that is there. */
export function readable<Value>(element: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(element, 'cannot be read');
  return value;
}

function required<Value>(element: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(element, 'is missing');
  return value;
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
