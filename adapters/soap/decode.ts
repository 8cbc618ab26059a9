import { unreadable } from '#adapters/connector/failures.ts';
import { elementsOf, type TypeDescription, type XmlRecord, type XmlValue } from '#adapters/soap/xml-value.ts';

/**
 * What `soap` made of a reply, held against the WSDL: text is text, a list is an array whether it has none, one or many,
 * an element that is not there is left out, and so is one that our WSDL does not declare.
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID where it has another shape.
 */
export function decodeReply(reply: unknown, description: TypeDescription): XmlRecord {
  // An empty wrapper comes as null, another element as undefined, and an envelope without one as the whole document.
  if (reply === undefined) throw unreadable('the body holds another element than the reply');
  const elements = elementsOf(description);
  if (isRecord(reply) && elements.length > 0 && !elements.some(({ name }) => Object.hasOwn(reply, name))) {
    throw unreadable('the reply holds nothing that the WSDL declares');
  }
  return decodeRecord('the reply', reply, description);
}

function decodeRecord(where: string, value: unknown, description: TypeDescription): XmlRecord {
  if (value !== null && !isRecord(value)) throw unreadable(`${where} holds text, or comes more than once`);
  const record: [string, XmlValue][] = [];
  for (const { name, many, type } of elementsOf(description)) {
    const raw = value !== null && Object.hasOwn(value, name) ? value[name] : undefined;
    if (many) record.push([name, listOf(raw).map((item) => decodeOne(name, item, type))]);
    else if (raw !== undefined) record.push([name, decodeOne(name, raw, type)]);
  }
  return Object.fromEntries(record);
}

function decodeOne(name: string, value: unknown, type: string | TypeDescription): XmlValue {
  if (typeof type !== 'string') return decodeRecord(name, value, type);
  if (typeof value === 'string' || value === null) return value;
  // Attributes too: beside them soap keeps only part of a text that a comment or a CDATA section interrupts.
  throw unreadable(`${name} holds elements or attributes, or comes more than once`);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
