import { ANY_TYPE } from '#adapters/soap/schema/built-in.ts';
import { parseClark } from '#adapters/soap/schema/clark.ts';
import { isXmlRecord, type XmlContent, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { writeArray } from '#adapters/soap/write/array.ts';
import { attributesIn, writeOpenAttributes } from '#adapters/soap/write/attributes.ts';
import { type Inside, writeElement } from '#adapters/soap/write/element.ts';
import { isWritable, shown, within } from '#adapters/soap/write/path.ts';
import { isEntry, type Taken } from '#adapters/soap/write/source.ts';
import { plainText } from '#adapters/soap/write/text.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';
import { escapeText } from '#adapters/soap/xml/escape.ts';

/** An element for `xs:any`, its name with its namespace: of its declared type where a schema has it. @throws ArgumentError */
export function writeWildcard(writing: Writing, { name, value, path }: Pick<Taken, 'name' | 'value' | 'path'>): string {
  if (!isWritable(name)) throw new ArgumentError(path, 'is no name of an element', 'shape');
  const parsed = parseClark(name);
  const declared = writing.schemas.element(parsed);
  const declaration = declared
    ? { ...declared, type: declared.type() }
    : { nillable: true, fixed: null, type: ANY_TYPE };
  return writeElement(writing, { ...declaration, name: parsed }, value, path);
}

/** A value of no type: text, a list where the encoding has arrays, or a record with `@name`, and `#text` or `#content`. */
export function writeAnything(writing: Writing, value: XmlValue, path: string): Inside {
  if (writing.encoding && Array.isArray(value)) return writeArray(writing, ANY_TYPE, value, path);
  if (!isXmlRecord(value)) return { attributes: '', content: escapeText(plainText(value, path)) };
  const unknown = Object.keys(value).find((entry) => !entry.startsWith('@') && !OWN.has(entry));
  if (unknown !== undefined) {
    throw new ArgumentError(
      within(path, shown(unknown)),
      'belongs in #content: the schema does not declare it',
      'shape',
    );
  }
  const attributes = writeOpenAttributes(writing, value, attributesIn(value), path);
  return { attributes, content: contentOf(writing, value, path) };
}

const OWN: ReadonlySet<string> = new Set(['#text', '#content', '#type']);

function contentOf(writing: Writing, { '#text': text, '#content': content }: XmlRecord, path: string): string {
  if (content === undefined) return text === undefined ? '' : escapeText(plainText(text, within(path, '#text')));
  if (!Array.isArray(content)) throw new ArgumentError(within(path, '#content'), 'takes a list', 'shape');
  if (text !== undefined) throw new ArgumentError(within(path, '#text'), 'may not come beside #content', 'shape');
  return (content as XmlContent)
    .map((each, index) => {
      const at = within(path, `#content[${index}]`);
      if (typeof each === 'string') return escapeText(plainText(each, at));
      if (!isEntry(each)) throw new ArgumentError(at, 'takes pairs of a name and a value', 'shape');
      return writeWildcard(writing, { name: each[0], value: each[1], path: at });
    })
    .join('');
}
