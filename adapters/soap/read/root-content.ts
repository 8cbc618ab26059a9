import type { Reading } from '#adapters/soap/read/reading.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { isXmlRecord, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';

/** The same name, or one whose namespace is forgotten, or is there where the schema has none. */
export function isMeant(expected: QName, { namespace, name }: QName): boolean {
  return name === expected.name && (namespace === expected.namespace || namespace === '' || expected.namespace === '');
}

/** What a root holds; `#text` where that is text alone or nil. @throws LegacyFailure where all of it is strange: it is another message then */
export function rootContent(reading: Reading, value: XmlValue): XmlRecord {
  if (!isXmlRecord(value)) return { '#text': value };
  const isBare = Object.values(value).every((entry) => Array.isArray(entry) && entry.length === 0);
  if (isBare && reading.undeclaredElements > 0) throw reading.failure('holds nothing that the schema declares');
  return value;
}
