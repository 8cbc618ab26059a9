import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

/** What a stand-in answers: an array repeats the element, and `''` is written as an empty one, as these systems do for nulls. */
export type XmlTree = string | readonly XmlTree[] | { readonly [element: string]: XmlTree };

/** The elements of a tree, escaped; `attributes` (such as an `xmlns`) go to the outermost. */
export function writeElement(name: string, tree: XmlTree, attributes = ''): string {
  if (Array.isArray(tree)) return tree.map((item) => writeElement(name, item, attributes)).join('');
  return `<${name}${attributes}>${typeof tree === 'string' ? escapeText(tree) : writeChildren(tree)}</${name}>`;
}

function writeChildren(tree: Exclude<XmlTree, string>): string {
  return Object.entries(tree)
    .map(([name, child]) => writeElement(name, child))
    .join('');
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @throws Error for anything that is not well-formed, and for a DTD. */
export function parseXml(text: string): Document {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
  if (document.doctype) throw new Error('a DTD is not allowed (SOAP 1.1 §3)');
  return document;
}

export function childElements(parent: Node): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

/** The children of that qualified name. */
export function childrenNamed(parent: Element, namespace: string, name: string): Element[] {
  return childElements(parent).filter((child) => child.namespaceURI === namespace && child.localName === name);
}

/** The text of the only child of that name, or `undefined` where there is none, or more than one. */
export function childText(parent: Element, namespace: string, name: string): string | undefined {
  const [child, ...more] = childrenNamed(parent, namespace, name);
  return more.length === 0 ? (child?.textContent ?? undefined) : undefined;
}
