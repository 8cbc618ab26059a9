import type { ComplexType, ElementParticle } from '#adapters/soap/schema/model.ts';
import type { Message, Part } from '#adapters/soap/wsdl/model.ts';
import { partElement } from '#adapters/soap/wsdl/part-element.ts';

const known = new WeakMap<Message, ComplexType>();

/** The wrapper of RPC style as a type: an unqualified element for each part (SOAP 1.1 §7.1, WS-I Basic Profile R2735). */
export function wrapperType(message: Message): ComplexType {
  const type = known.get(message) ?? makeType(message.parts);
  known.set(message, type);
  return type;
}

function makeType(parts: readonly Part[]): ComplexType {
  return {
    kind: 'complex',
    name: null,
    abstract: false,
    base: null,
    mixed: false,
    text: null,
    content: { kind: 'sequence', min: 1, max: 1, particles: parts.map(accessor) },
    attributes: [],
    anyAttribute: false,
    arrayOf: null,
  };
}

function accessor(part: Part): ElementParticle {
  return { kind: 'element', min: 1, max: 1, element: partElement(part, '') };
}
