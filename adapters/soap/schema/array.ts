import { shown } from '#adapters/soap/bundle/source.ts';
import type { Compiler } from '#adapters/soap/schema/compiler.ts';
import type { ComplexType, Particle, Type } from '#adapters/soap/schema/model.ts';
import { SOAP_ENCODING, WSDL } from '#adapters/soap/schema/names.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';

/**
 * The type of the items where a type derives from `soapenc:Array`: as `wsdl:arrayType` says (WSDL 1.1 §2.2), else as its one element
 * has it, else that of the base. An array of several dimensions has the items of them all, one after another, as they come.
 */
export function arrayOf(
  compiler: Compiler,
  derivation: SchemaNode,
  base: ComplexType,
  content: Particle | null,
): ComplexType['arrayOf'] {
  if (!base.arrayOf) return null;
  const declared = derivation.those('attribute').find((node) => node.source.attribute('arrayType', WSDL) !== undefined);
  if (declared) return declaredItems(compiler, declared, declared.source.attribute('arrayType', WSDL) ?? '');
  const [only, more] = content && 'particles' in content ? content.particles : [];
  return only?.kind === 'element' && !more ? only.element.type : base.arrayOf;
}

/** `tns:Row[]`, `xsd:string[][]` (arrays in an array), `xsd:int[,]`. */
function declaredItems(compiler: Compiler, at: SchemaNode, declared: string): () => Type {
  const [, name, dimensions = ''] = /^([^[\]\s]+)\s*((?:\[[\d,\s]*\]){1,8})$/.exec(declared) ?? [];
  if (name === undefined)
    throw at.fail(`wsdl:arrayType="${shown(declared)}" must be a type and its dimensions, such as xsd:string[]`);
  const reference = at.toReference(name, 'wsdl:arrayType');
  compiler.checkType(reference, at);
  let items = compiler.later(() => compiler.type(reference, at));
  for (let left = dimensions.split('[').length - 2; left > 0; left -= 1) {
    const array = arrayType(items);
    items = () => array;
  }
  return items;
}

function arrayType(items: () => Type): ComplexType {
  return {
    kind: 'complex',
    name: { namespace: SOAP_ENCODING, name: 'Array' },
    abstract: false,
    base: null,
    mixed: false,
    text: null,
    content: null,
    attributes: [],
    anyAttribute: true,
    arrayOf: items,
  };
}
