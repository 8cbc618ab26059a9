import type { Element } from '#adapters/soap/schema/model.ts';
import type { Part } from '#adapters/soap/wsdl/model.ts';

/** The element as which a part stands in a message: its own, or, of a part with a type, one by the part's name. */
export function partElement({ name, element, type }: Part, namespace: string): Element {
  if (element) return element;
  if (!type) throw new RangeError('a part without element has a type');
  return {
    name: { namespace, name },
    type: () => type,
    nillable: true,
    abstract: false,
    fixed: null,
    default: null,
    substitutes: () => [],
  };
}
