import type { Reading } from '#adapters/soap/read/reading.ts';
import { isAnyType } from '#adapters/soap/schema/clark.ts';
import { derivesFrom, sameFamily } from '#adapters/soap/schema/derivation.ts';
import type { QName, Type } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING, XSD } from '#adapters/soap/schema/names.ts';
import { listSlot, shapeOf } from '#adapters/soap/schema/shape.ts';

/**
 * The type of an element that names another than the declared one (`xsi:type`): one that derives from it. Where the other says less, or the
 * same in other words, as servers of RPC/encoded do, it is the declared one; so it is where no schema knows the other, if it may be the same.
 * @returns `null` where it is neither
 */
export function actualType(reading: Reading, declared: Type, name: QName): Type | null {
  const named = reading.schemas.type(name);
  if (!named) return isAnyType(declared) || !declared.name || name.name === declared.name.name ? declared : null;
  if (derivesFrom(named, declared)) return named;
  return derivesFrom(declared, named) || saysTheSame(named, declared) ? declared : null;
}

function saysTheSame(named: Type, declared: Type): boolean {
  if (named.kind === 'simple') return declared.kind === 'simple' && sameFamily(named, declared);
  if (declared.kind === 'simple') return false;
  if (named.arrayOf) return declared.arrayOf !== null || listSlot(shapeOf(declared)) !== null;
  const isEncoding = named.name?.namespace === SOAP_ENCODING || named.name?.namespace === SOAP_12_ENCODING;
  return isEncoding && named.name?.name === 'Struct';
}

/** `#type`: the local name, with the namespace where that is neither the declared type's nor XML Schema's. */
export function typeEntry(name: QName, declared: Type): string {
  const isNear = name.namespace === declared.name?.namespace || name.namespace === XSD;
  return isNear || name.namespace === '' ? name.name : `{${name.namespace}}${name.name}`;
}
