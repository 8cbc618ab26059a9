import { parseClark } from '#adapters/soap/schema/clark.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { valueProblem } from '#adapters/soap/write/facets.ts';
import { isWritable } from '#adapters/soap/write/path.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';
import { lacksXmlCharacter } from '#adapters/soap/xml/escape.ts';

/**
 * A value as the text of a simple type, not yet escaped.
 * @param fixed the only value that the schema allows there, if there is but one
 */
export function textOf(
  writing: Writing,
  type: SimpleType,
  value: unknown,
  path: string,
  fixed: string | null = null,
): string {
  const text = plainText(value, path);
  const isQName = type.builtIn === 'QName' || type.builtIn === 'NOTATION';
  const problem = isQName
    ? isWritable(text)
      ? null
      : 'is no name with its namespace: {namespace}name'
    : valueProblem(type, text);
  if (problem !== null) throw new ArgumentError(path, problem, 'value');
  if (fixed !== null && text !== fixed)
    throw new ArgumentError(path, 'is not the only value that the schema allows', 'value');
  return isQName ? writing.name(parseClark(text)) : text;
}

/** Text of no type. */
export function plainText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new ArgumentError(path, 'takes text', 'shape');
  const lacking = lacksXmlCharacter(value);
  if (lacking !== null) throw new ArgumentError(path, `holds ${lacking}, which XML cannot carry`, 'value');
  return value;
}
