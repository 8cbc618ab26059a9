import { isAnyType } from '#adapters/soap/schema/clark.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import { type Shape, type Slot, shapeOf } from '#adapters/soap/schema/shape.ts';
import { isXmlRecord, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { writeArray } from '#adapters/soap/write/array.ts';
import { writeAttributes } from '#adapters/soap/write/attributes.ts';
import { writeContent } from '#adapters/soap/write/content.ts';
import { type Declaration, type Inside, nil, writeElement } from '#adapters/soap/write/element.ts';
import { writeAnything, writeWildcard } from '#adapters/soap/write/generic.ts';
import { shown, within } from '#adapters/soap/write/path.ts';
import { Source, type Taken } from '#adapters/soap/write/source.ts';
import { textOf } from '#adapters/soap/write/text.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';
import { escapeText } from '#adapters/soap/xml/escape.ts';

/** @param isNamed whether the value names its type: then it is a record even where it is text */
export function insideOf(
  writing: Writing,
  declaration: Declaration,
  value: XmlValue,
  isNamed: boolean,
  path: string,
): Inside {
  const { type, fixed } = declaration;
  const text = type.kind === 'simple' ? type : type.text;
  const shape = type.kind === 'simple' ? null : shapeOf(type);
  if (text && !isNamed && (!shape || shape.isPlain)) {
    return { attributes: '', content: escapeText(textOf(writing, text, value, path, fixed)) };
  }
  if (type.kind === 'complex' && type.arrayOf) return writeArray(writing, type.arrayOf(), value, path);
  if (isAnyType(type)) return writeAnything(writing, value, path);
  if (!isXmlRecord(value)) throw new ArgumentError(path, 'takes a record', 'shape');
  if (text) return textRecord(writing, declaration, text, shape, value, path);
  return shape ? record(writing, shape, value, path) : { attributes: '', content: '' };
}

function textRecord(
  writing: Writing,
  declaration: Declaration,
  type: SimpleType,
  shape: Shape | null,
  value: XmlRecord,
  path: string,
): Inside {
  const unknown = Object.keys(value).find(
    (entry) => entry !== '#text' && entry !== '#type' && !(shape && entry.startsWith('@')),
  );
  if (unknown !== undefined)
    throw new ArgumentError(within(path, shown(unknown)), 'is not declared in the schema', 'shape');
  const attributes = shape ? writeAttributes(writing, shape, value, path) : '';
  const at = within(path, '#text');
  if (value['#text'] === undefined) throw new ArgumentError(at, 'is required', 'shape');
  if (value['#text'] === null) {
    const inside = nil(writing, declaration, path);
    return { ...inside, attributes: attributes + inside.attributes };
  }
  return { attributes, content: escapeText(textOf(writing, type, value['#text'], at, declaration.fixed)) };
}

function record(writing: Writing, shape: Shape, value: XmlRecord, path: string): Inside {
  const attributes = writeAttributes(writing, shape, value, path);
  const source = new Source(shape, value, path);
  const written: string[] = [];
  const writeChild = (slot: Slot | null, taken: Taken): void => {
    const child = slot ? declared(writing, slot, taken) : writeWildcard(writing, taken);
    written.push(escapeText(taken.before), child);
  };
  if (shape.model) writeContent(shape.model, source, writeChild);
  written.push(escapeText(source.end()));
  return { attributes, content: written.join('') };
}

function declared(writing: Writing, { element }: Slot, { value, path }: Taken): string {
  if (element.abstract) throw new ArgumentError(path, 'is abstract: it cannot be sent', 'shape');
  return writeElement(writing, { ...element, type: element.type() }, value, path);
}
