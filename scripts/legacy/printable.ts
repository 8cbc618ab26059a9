import { InvalidValue, type XmlContent, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';

/** A value of a reply that cannot be read: where, and what is wrong, never the value. */
export class UnreadableAnswer extends Error {
  readonly path: string;

  constructor(path: string, reason: string) {
    super(reason);
    this.name = 'UnreadableAnswer';
    this.path = path;
  }
}

type Json = string | null | readonly Json[] | { readonly [name: string]: Json };

/** A reply as JSON: text as it stood on the wire, nil as null, empty as "", a list as a list, what is absent absent. @throws UnreadableAnswer */
export function printable(record: XmlRecord): Json {
  return ofValue(record, '');
}

function ofValue(value: XmlValue | XmlContent | XmlContent[number], path: string): Json {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof InvalidValue) throw new UnreadableAnswer(path, value.reason);
  if (Array.isArray(value)) return value.map((each, index) => ofValue(each, `${path}[${index}]`));
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    ofValue(each, path === '' ? name : `${path}/${name}`),
  ]);
  return Object.fromEntries(entries) as Json;
}
