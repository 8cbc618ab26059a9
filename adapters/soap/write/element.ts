import type { Element, Type } from '#adapters/soap/schema/model.ts';
import { XSI } from '#adapters/soap/schema/names.ts';
import type { XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { isArray, typeAttribute } from '#adapters/soap/write/array.ts';
import { attributeOf } from '#adapters/soap/write/attributes.ts';
import { insideOf } from '#adapters/soap/write/inside.ts';
import { typeOfValue } from '#adapters/soap/write/value-type.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';

/** What stands in an element: in its start tag after the name, and between its tags. */
export interface Inside {
  readonly attributes: string;
  readonly content: string;
}

export interface Declaration extends Pick<Element, 'name' | 'nillable' | 'fixed'> {
  readonly type: Type;
}

/**
 * @param isRoot whether it stands alone, so that it declares the namespaces
 * @throws ArgumentError where the value is none that the element may have
 */
export function writeElement(
  writing: Writing,
  declaration: Declaration,
  value: XmlValue,
  path: string,
  isRoot = false,
): string {
  const { type, isNamed } = typeOfValue(writing, declaration.type, value, path);
  const tag = writing.name(declaration.name);
  const { attributes, content } =
    value === null
      ? nil(writing, declaration, path)
      : insideOf(writing, { ...declaration, type }, value, isNamed, path);
  // An array says what it is by itself.
  const saysType = (isNamed || writing.encoding !== null) && (value === null || !isArray(type));
  const mark = saysType ? typeAttribute(writing, type) : '';
  const start = `${tag}${isRoot ? writing.rootAttributes() : ''}${mark}${attributes}`;
  return content === '' ? `<${start}/>` : `<${start}>${content}</${tag}>`;
}

/** The encoding has nil for everything (SOAP 1.1 §5.1). */
export function nil(writing: Writing, { nillable }: Pick<Declaration, 'nillable'>, path: string): Inside {
  if (!nillable && !writing.encoding) throw new ArgumentError(path, 'may not be nil', 'shape');
  return { attributes: attributeOf(writing.name({ namespace: XSI, name: 'nil' }), 'true'), content: '' };
}
