import { InvalidValue, isXmlRecord, type XmlRecord } from '#adapters/soap/value.ts';
import { legible } from '#adapters/systems/legible.ts';
import { meaningOf, required } from '#adapters/systems/records/needed.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** The text without the spaces around it; `null` where the element is absent, nil, empty or blank. @throws UnreadableField, as all of these do */
export function text(record: XmlRecord, element: string): string | null {
  const value = record[element] ?? '';
  if (value instanceof InvalidValue) throw new UnreadableField(element, value.reason);
  if (typeof value !== 'string') throw new UnreadableField(element, 'is not text');
  return legible(element, value);
}

export function requiredText(record: XmlRecord, element: string): string {
  return required(element, text(record, element));
}

/** The meaning of a code; `null` where there is none. */
export function coded<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning | null {
  return meaningOf(element, text(record, element), list);
}

export function requiredCode<Meaning>(record: XmlRecord, element: string, list: ReadonlyMap<string, Meaning>): Meaning {
  return required(element, coded(record, element, list));
}

/** The element's own elements; `null` where it is absent. */
export function optionalRecord(record: XmlRecord, element: string): XmlRecord | null {
  const value = record[element] ?? null;
  if (value === null || isXmlRecord(value)) return value;
  throw new UnreadableField(element, 'holds no elements');
}

export function requiredRecord(record: XmlRecord, element: string): XmlRecord {
  return required(element, optionalRecord(record, element));
}

/** The records in a list (`<list><item/>…</list>`), none, one or many; the list itself must be there. */
export function recordsIn(record: XmlRecord, list: string, item: string): readonly XmlRecord[] {
  const items = requiredRecord(record, list)[item];
  if (!Array.isArray(items) || !items.every(isXmlRecord)) throw new UnreadableField(list, 'is no list of elements');
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
  const items = requiredRecord(record, list)[item];
  if (!Array.isArray(items)) throw new UnreadableField(list, 'is no list of texts');
  return items.flatMap((each) => text({ [item]: each }, item) ?? []);
}
