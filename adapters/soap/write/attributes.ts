import { clark, parseClark } from '#adapters/soap/schema/clark.ts';
import type { Shape } from '#adapters/soap/schema/shape.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { isWritable, shown, within } from '#adapters/soap/write/path.ts';
import { plainText, textOf } from '#adapters/soap/write/text.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';
import { escapeAttribute } from '#adapters/soap/xml/escape.ts';

/** The attributes of a record (`@name`), as they stand in a start tag. @throws ArgumentError for one that is missing or that the type does not have */
export function writeAttributes(writing: Writing, shape: Shape, record: XmlRecord, path: string): string {
  const declared = new Set(shape.attributes.map(({ entry }) => `@${entry}`));
  const others = attributesIn(record).filter((entry) => !declared.has(entry));
  const whole = new Set(shape.attributes.map(({ attribute }) => `@${clark(attribute.name)}`));
  const unknown = others.find((entry) => !shape.type.anyAttribute || whole.has(entry));
  if (unknown !== undefined)
    throw new ArgumentError(within(path, shown(unknown)), 'is not declared in the schema', 'shape');
  const written = shape.attributes.map(({ attribute, entry }) => {
    const at = within(path, `@${entry}`);
    const value = Object.hasOwn(record, `@${entry}`) ? record[`@${entry}`] : undefined;
    if (value === undefined && attribute.required) throw new ArgumentError(at, 'is required', 'shape');
    if (value === undefined) return '';
    const text = textOf(writing, attribute.type(), value, at, attribute.fixed);
    return attributeOf(writing.name(attribute.name), text);
  });
  return written.join('') + writeOpenAttributes(writing, record, others, path);
}

/** Attributes of which no schema says anything. */
export function writeOpenAttributes(
  writing: Writing,
  record: XmlRecord,
  entries: readonly string[],
  path: string,
): string {
  return entries
    .map((entry) => {
      const at = within(path, shown(entry));
      if (!isWritable(entry.slice(1))) throw new ArgumentError(at, 'is no name of an attribute', 'shape');
      return attributeOf(writing.name(parseClark(entry.slice(1))), plainText(record[entry], at));
    })
    .join('');
}

export function attributesIn(record: XmlRecord): readonly string[] {
  return Object.keys(record).filter((entry) => entry.startsWith('@') && record[entry] !== undefined);
}

export function attributeOf(name: string, text: string): string {
  return ` ${name}="${escapeAttribute(text)}"`;
}
