import type { Type } from '#adapters/soap/schema/model.ts';
import { shapeOf } from '#adapters/soap/schema/shape.ts';
import type { XmlRecord, XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { shown } from '#adapters/soap/write/path.ts';

/** The value of an element whose content is given as a record: `#text` where it is text alone, or nil. */
export function rootValue(type: Type, content: XmlRecord): XmlValue {
  const entries = Object.keys(content);
  const isText = entries.length === 1 && entries[0] === '#text';
  if (isText && content['#text'] === null) return null;
  const isPlain = type.kind === 'simple' || shapeOf(type).isPlain;
  if (!isPlain || '#type' in content) return content;
  const unknown = entries.find((entry) => entry !== '#text');
  if (unknown !== undefined) throw new ArgumentError(shown(unknown), 'is not declared in the schema', 'shape');
  if (!isText) throw new ArgumentError('#text', 'is required', 'shape');
  return content['#text'] as XmlValue;
}
