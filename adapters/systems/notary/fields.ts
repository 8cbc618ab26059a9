import { isXmlRecord, type XmlRecord } from '#adapters/soap/value.ts';
import { requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** xs:date; what carries an offset is Chinese time, and another one would be another day. */
const XML_DATE = /^(\d{4}-\d{2}-\d{2})(?:\+08:00)?$/;

/** Digits as they stand on the wire, leading zeros and all: never a number, whatever the WSDL says. */
export function requiredDigits(record: XmlRecord, element: string): string {
  const value = requiredText(record, element);
  if (!/^\d+$/.test(value)) throw new UnreadableField(element, 'is not made of digits');
  return value;
}

/** `yyyy-MM-dd`; `null` where there is none. */
export function legalDate(record: XmlRecord, element: string): string | null {
  const value = text(record, element);
  if (value === null) return null;
  const date = parseLegalDate(XML_DATE.exec(value)?.[1] ?? '');
  if (date === null) throw new UnreadableField(element, 'is not a date');
  return date;
}

/** The element as a record; `null` where it is absent or empty. */
export function optionalRecord(record: XmlRecord, element: string): XmlRecord | null {
  const value = record[element] ?? null;
  if (value === null) return null;
  if (!isXmlRecord(value)) throw new UnreadableField(element, 'holds no elements');
  return Object.keys(value).length === 0 ? null : value;
}

/** The records of a repeated element, as many as the list says that it holds: a list that was cut must not pass for a short one. */
export function countedRecords(record: XmlRecord, count: string, item: string): readonly XmlRecord[] {
  const items = record[item];
  if (!Array.isArray(items) || !items.every(isXmlRecord)) throw new UnreadableField(item, 'is no list of elements');
  if (requiredDigits(record, count) !== String(items.length)) {
    throw new UnreadableField(count, 'is not the length of the list');
  }
  return items;
}

/** The texts of a repeated element. */
export function texts(record: XmlRecord, element: string): readonly string[] {
  const values = record[element];
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string' && value.trim() !== '')) {
    throw new UnreadableField(element, 'is no list of texts');
  }
  return values.map((value: string) => value.trim());
}
