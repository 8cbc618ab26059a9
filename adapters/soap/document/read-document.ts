import { unreadable } from '#adapters/connector/failures.ts';
import { Reading } from '#adapters/soap/read/reading.ts';
import { RootFrame } from '#adapters/soap/read/root-frame.ts';
import type { Element, SchemaSet } from '#adapters/soap/schema/model.ts';
import { InvalidValue, type XmlContent, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { XmlReader } from '#adapters/soap/xml/reader.ts';

/** Before a prolog nothing may stand, but templates leave a line there. */
const BEFORE = /^[\ufeff \t\r\n]*/;

/**
 * A document that a message carries as text. What its prolog says of a charset means nothing any more: the text is decoded. Bytes that were
 * wrong spoil the values in it that hold them, as they do in the message itself.
 * @param value what the message has in its place
 * @returns the content of its root, read as a reply is; `#text` where that is text alone or nil
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID where it is malformed or not as the schema has it, with the path and no content
 */
export function readDocument(value: XmlValue | XmlContent | undefined, root: Element, schemas: SchemaSet): XmlRecord {
  const text = value instanceof InvalidValue ? value.undecoded : value;
  if (typeof text !== 'string') throw unreadable('the document in the reply is no text');
  const reading = new Reading(schemas, false);
  const frame = new RootFrame(reading, root);
  reading.begin(frame);
  const reader = new XmlReader(reading);
  try {
    reader.write(text.replace(BEFORE, ''));
    reader.end();
  } catch (error) {
    if (error instanceof XmlError) throw unreadable(`the document in the reply: ${error.message}`);
    throw error;
  }
  return frame.content();
}
