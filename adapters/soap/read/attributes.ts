import type { Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { type OpenRecord, put } from '#adapters/soap/read/record.ts';
import { readText, undecodedIn } from '#adapters/soap/read/text.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { Attribute, QName } from '#adapters/soap/schema/model.ts';
import type { Shape } from '#adapters/soap/schema/shape.ts';
import type { XmlAttribute } from '#adapters/soap/xml/reader.ts';

/** The attributes of a type into a record, as `@name`; those that it does not have are counted, unless it takes any. */
export function readAttributes(
  reading: Reading,
  shape: Shape,
  attributes: readonly XmlAttribute[],
  resolve: Start['resolve'],
  record: OpenRecord,
): void {
  for (const { name, value } of attributes) {
    const declared = attributeFor(shape, name);
    if (declared) put(record, `@${declared.entry}`, readText(declared.attribute.type(), value, resolve));
    else if (shape.type.anyAttribute) put(record, `@${clark(name)}`, undecodedIn(value) ?? value);
    else countUndeclared(reading, name);
  }
}

/** Of an element that has none. */
export function countAttributes(reading: Reading, attributes: readonly XmlAttribute[]): void {
  for (const { name } of attributes) countUndeclared(reading, name);
}

function countUndeclared(reading: Reading, name: QName): void {
  if (!isReference(reading, name)) reading.undeclaredAttributes += 1;
}

/** By its whole name, or, where servers forget or add the namespace, by its local name alone. */
function attributeFor(shape: Shape, name: QName): { entry: string; attribute: Attribute } | undefined {
  const named = shape.attributes.filter(({ attribute }) => attribute.name.name === name.name);
  const exact = named.find(({ attribute }) => attribute.name.namespace === name.namespace);
  if (exact) return exact;
  const [only, ...others] = named;
  return only && others.length === 0 && (only.attribute.name.namespace === '' || name.namespace === '')
    ? only
    : undefined;
}

/** SOAP 1.1 §5.4.1 */
export function isReference(reading: Reading, { namespace, name }: QName): boolean {
  return reading.isEncoded && namespace === '' && (name === 'id' || name === 'href');
}
