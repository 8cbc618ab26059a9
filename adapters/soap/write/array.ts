import type { Type } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING, XSD, XSI } from '#adapters/soap/schema/names.ts';
import type { XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { attributeOf } from '#adapters/soap/write/attributes.ts';
import { type Inside, writeElement } from '#adapters/soap/write/element.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';

/** An array of the SOAP encoding (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.4), its items called `item` as Axis and PHP call them. */
export function writeArray(writing: Writing, itemType: Type, value: XmlValue, path: string): Inside {
  if (!Array.isArray(value)) throw new ArgumentError(path, 'takes a list', 'shape');
  const declaration = { name: { namespace: '', name: 'item' }, nillable: true, fixed: null, type: itemType };
  const items = Array.from(value, (item: XmlValue, index) =>
    writeElement(writing, declaration, item, `${path}[${index}]`),
  );
  return { attributes: arrayAttributes(writing, itemType, items.length), content: items.join('') };
}

/** `xsi:type`; nothing of a type without a name. */
export function typeAttribute(writing: Writing, type: Type): string {
  return type.name ? attributeOf(writing.name({ namespace: XSI, name: 'type' }), writing.name(type.name)) : '';
}

export function isArray(type: Type): boolean {
  return type.kind === 'complex' && type.arrayOf !== null;
}

function arrayAttributes(writing: Writing, itemType: Type, size: number): string {
  const attribute = (namespace: string, name: string, text: string) =>
    attributeOf(writing.name({ namespace, name }), text);
  if (writing.encoding?.is12) {
    const isNamed = itemType.name !== null && !isArray(itemType);
    const named = isNamed ? attribute(SOAP_12_ENCODING, 'itemType', itemName(writing, itemType)) : '';
    return named + attribute(SOAP_12_ENCODING, 'arraySize', String(size));
  }
  return (
    attribute(XSI, 'type', writing.name({ namespace: SOAP_ENCODING, name: 'Array' })) +
    attribute(SOAP_ENCODING, 'arrayType', `${itemName(writing, itemType)}[${size}]`)
  );
}

/** Of an array of arrays `xsd:string[]`. */
function itemName(writing: Writing, type: Type): string {
  if (type.kind === 'complex' && type.arrayOf) return `${itemName(writing, type.arrayOf())}[]`;
  return writing.name(type.name ?? { namespace: XSD, name: 'anyType' });
}
