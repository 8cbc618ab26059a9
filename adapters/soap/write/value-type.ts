import { parseClark } from '#adapters/soap/schema/clark.ts';
import { derivesFrom } from '#adapters/soap/schema/derivation.ts';
import type { Type } from '#adapters/soap/schema/model.ts';
import { XSD } from '#adapters/soap/schema/names.ts';
import { isXmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { within } from '#adapters/soap/write/path.ts';
import type { Writing } from '#adapters/soap/write/writing.ts';

/** The type that a value says it has (`#type`), or the declared one. @throws ArgumentError where it may not stand there */
export function typeOfValue(
  writing: Writing,
  declared: Type,
  value: XmlValue,
  path: string,
): { type: Type; isNamed: boolean } {
  const name = isXmlRecord(value) && Object.hasOwn(value, '#type') ? value['#type'] : undefined;
  const type = name === undefined ? declared : namedType(writing, declared, name);
  const at = name === undefined ? path : within(path, '#type');
  if (!type) throw new ArgumentError(at, 'names no type of the schema', 'shape');
  if (!derivesFrom(type, declared)) throw new ArgumentError(at, 'names a type that may not stand there', 'shape');
  if (value !== null && type.kind === 'complex' && type.abstract) {
    throw new ArgumentError(at, 'is of an abstract type: #type must name one that derives from it', 'shape');
  }
  return { type, isNamed: name !== undefined };
}

/** A local name is one of the declared type's namespace, or of XML Schema's. */
function namedType({ schemas }: Writing, declared: Type, name: unknown): Type | undefined {
  if (typeof name !== 'string') return undefined;
  const { namespace } = declared.name ?? { namespace: '' };
  if (name.startsWith('{')) return schemas.type(parseClark(name));
  return schemas.type({ namespace, name }) ?? schemas.type({ namespace: XSD, name });
}
