/** What a reply holds, element by element: text as it stood on the wire (never a number or a Date), nil, lists, records. */
export type XmlValue = string | null | readonly XmlValue[] | XmlRecord;

export interface XmlRecord {
  readonly [element: string]: XmlValue;
}

/** What a request may hold. */
export type XmlArgument = string | readonly XmlArgument[] | XmlArguments;

export interface XmlArguments {
  readonly [element: string]: XmlArgument;
}

/**
 * A complex type as `soap` describes it from the WSDL: a simple type by its name, a complex one by its own description, and
 * `[]` after the name of an element that may come more than once.
 */
export interface TypeDescription {
  readonly [element: string]: string | TypeDescription;
}

export interface ElementDescription {
  readonly name: string;
  readonly many: boolean;
  readonly type: string | TypeDescription;
}

/** The elements of a type in the order of the WSDL, without the two entries that `soap` adds for itself. */
export function elementsOf(description: TypeDescription): readonly ElementDescription[] {
  return Object.entries(description)
    .filter(([key]) => key !== 'targetNSAlias' && key !== 'targetNamespace')
    .map(([key, type]) => ({ name: key.replace(/\[\]$/, ''), many: key.endsWith('[]'), type }));
}
