import type { SourceElement } from '#adapters/soap/bundle/source.ts';

/** What one element may hold, of its own namespace: anything of another is an extension, which is left out. */
export interface ElementGrammar {
  readonly attributes: readonly string[];
  readonly children: readonly string[];
}

/** By local name. An element that has no entry is not checked within. */
export type Grammar = ReadonlyMap<string, ElementGrammar>;

/** @throws WsdlError at the first element or attribute that may not stand where it does */
export function checkGrammar(element: SourceElement, grammar: Grammar): void {
  const rule = grammar.get(element.name.name);
  if (!rule) return;
  const unknown = element.attributeNames.find((name) => !rule.attributes.includes(name));
  if (unknown !== undefined) {
    throw element.fail(`${element} has no attribute ${unknown.slice(0, 80)}; allowed: ${rule.attributes.join(', ')}`);
  }
  for (const child of element.elements(element.name.namespace)) {
    if (!rule.children.includes(child.name.name)) {
      throw child.fail(`${child} may not stand in ${element}; allowed: ${rule.children.join(', ') || 'nothing'}`);
    }
    checkGrammar(child, grammar);
  }
}
