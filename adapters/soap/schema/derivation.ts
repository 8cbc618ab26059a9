import { isAnyType, sameName } from '#adapters/soap/schema/clark.ts';
import { INTEGER_TYPES } from '#adapters/soap/schema/lexical.ts';
import type { SimpleType, Type } from '#adapters/soap/schema/model.ts';
import { SOAP_ENCODING } from '#adapters/soap/schema/names.ts';

/** Whether a value of `type` may stand where `base` is declared (XML Schema part 1 §3.4.6, §3.14.6). A type derives from itself. */
export function derivesFrom(type: Type, base: Type): boolean {
  if (isAnyType(base) || isSame(type, base)) return true;
  if (base.kind === 'simple' && type.kind === 'simple' && mayBeMember(type, base)) return true;
  return type.base !== null && derivesFrom(type.base, base);
}

/** Of a union every member is a part, and everything simple is an anySimpleType. */
function mayBeMember(type: SimpleType, base: SimpleType): boolean {
  const isAnySimple = base.variety === 'atomic' && base.base === null && base.builtIn === 'anySimpleType';
  return isAnySimple || base.members.some((member) => derivesFrom(type, member));
}

/** `soapenc:string` is `xs:string` with attributes of the encoding (SOAP 1.1 §5.2): one is sent for the other. */
function isSame(one: Type, other: Type): boolean {
  if (one === other) return true;
  if (!one.name || !other.name) return false;
  if (one.kind !== other.kind) return false;
  if (sameName(one.name, other.name)) return true;
  const isEncoded = one.name.namespace === SOAP_ENCODING || other.name.namespace === SOAP_ENCODING;
  return (
    isEncoded &&
    one.kind === 'simple' &&
    other.kind === 'simple' &&
    one.builtIn === other.builtIn &&
    one.name.name === other.name.name
  );
}

/** Types whose texts are of one sort: Axis sends `xsd:int` for an `xs:long`, and nothing is lost. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['decimal', ...INTEGER_TYPES]),
  new Set('string normalizedString token language Name NCName NMTOKEN ID IDREF ENTITY'.split(' ')),
  new Set(['float', 'double']),
];

/** Whether texts of the two types are of one sort, whichever derives from which. */
export function sameFamily(one: SimpleType, other: SimpleType): boolean {
  const names = [one.builtIn, other.builtIn];
  return one.builtIn === other.builtIn || FAMILIES.some((family) => names.every((name) => family.has(name)));
}
