import type { QName, Type } from '#adapters/soap/schema/model.ts';
import { XSD } from '#adapters/soap/schema/names.ts';

/** A name that holds its namespace, `{urn:x}name`, for where the local name alone would not tell. */
export function clark({ namespace, name }: QName): string {
  return namespace === '' ? name : `{${namespace}}${name}`;
}

export function parseClark(text: string): QName {
  const end = text.startsWith('{') ? text.indexOf('}') : -1;
  return end < 0 ? { namespace: '', name: text } : { namespace: text.slice(1, end), name: text.slice(end + 1) };
}

export function sameName(one: QName, other: QName): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

/** The type of what may be anything (XML Schema part 1 §3.4.7). */
export function isAnyType(type: Type): boolean {
  return type.name?.namespace === XSD && type.name.name === 'anyType';
}
