import { type SourceElement, shown, shownName } from '#adapters/soap/bundle/source.ts';
import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import { WSDL } from '#adapters/soap/schema/names.ts';
import type { Part } from '#adapters/soap/wsdl/model.ts';

/** The parts of a message by name, in its order (WSDL 1.1 §2.3). @throws WsdlError */
export function partsOf(message: SourceElement, schemas: SchemaSet): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const node of message.elements(WSDL, 'part')) {
    const name = node.required('name');
    if (parts.has(name)) throw node.fail(`the part ${shown(name)} is defined twice in its message`);
    parts.set(name, partOf(node, name, schemas));
  }
  return parts;
}

function partOf(node: SourceElement, name: string, schemas: SchemaSet): Part {
  const elementName = node.qname('element');
  const typeName = node.qname('type');
  if (!elementName === !typeName) throw node.fail(`the part ${shown(name)} needs either the attribute element or type`);
  const element = elementName ? schemas.element(elementName) : undefined;
  const type = typeName ? schemas.type(typeName) : undefined;
  if (elementName && !element) throw node.fail(`the element ${shownName(elementName)} is not declared`);
  if (typeName && !type) throw node.fail(`the type ${shownName(typeName)} is not declared`);
  return { name, element: element ?? null, type: type ?? null };
}
