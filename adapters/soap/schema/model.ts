/**
 * What a WSDL and its schemas say, as far as reading and writing need it (XML Schema 1.0 parts 1 and 2). Names are compared by
 * namespace, never by prefix. Types refer to each other in circles: whatever may is behind a function.
 */

export interface QName {
  /** `''` for none. */
  readonly namespace: string;
  readonly name: string;
}

export type Type = SimpleType | ComplexType;

export interface SimpleType {
  readonly kind: 'simple';
  /** `null` where it is anonymous. */
  readonly name: QName | null;
  /** The type that it restricts; `null` for what is built in. */
  readonly base: SimpleType | null;
  readonly variety: 'atomic' | 'list' | 'union';
  /** Local name of the nearest type of XML Schema itself (part 2 §3), such as `integer` or `dateTime`: it decides the lexical form. Of a list or union: `anySimpleType`. */
  readonly builtIn: string;
  /** Of a list. */
  readonly item: SimpleType | null;
  /** Of a union. */
  readonly members: readonly SimpleType[];
  /** Those of its bases included. */
  readonly facets: Facets;
}

/** Part 2 §4.3. Bounds and counts are lexical: nothing is rounded. */
export interface Facets {
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** All of them must match; each is a step of derivation, whose patterns are joined by `|`. */
  readonly patterns: readonly RegExp[];
  readonly enumeration?: ReadonlySet<string>;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
}

export interface ComplexType {
  readonly kind: 'complex';
  readonly name: QName | null;
  readonly abstract: boolean;
  /** The type that it extends or restricts; `null` where it derives from anyType alone. */
  readonly base: Type | null;
  readonly mixed: boolean;
  /** Where its content is text of a simple type. */
  readonly text: SimpleType | null;
  /** Its elements, those that it inherits first; `null` where it has none. */
  readonly content: Particle | null;
  /** By name, those that it inherits included. */
  readonly attributes: readonly Attribute[];
  /** Whether it has an `anyAttribute`. */
  readonly anyAttribute: boolean;
  /** Of an array of the SOAP encoding (SOAP 1.1 §5.4.2): the type of its items, whatever their elements are called. */
  readonly arrayOf: (() => Type) | null;
}

export interface Attribute {
  readonly name: QName;
  readonly type: () => SimpleType;
  readonly required: boolean;
  readonly fixed: string | null;
  readonly default: string | null;
}

/** Part 1 §3.9; `max` is Infinity for unbounded. */
export type Particle = ElementParticle | GroupParticle | AnyParticle;

export interface Occurs {
  readonly min: number;
  readonly max: number;
}

export interface ElementParticle extends Occurs {
  readonly kind: 'element';
  readonly element: Element;
}

export interface GroupParticle extends Occurs {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly particles: readonly Particle[];
}

export interface AnyParticle extends Occurs {
  readonly kind: 'any';
}

export interface Element {
  /** With no namespace where it is unqualified. */
  readonly name: QName;
  readonly type: () => Type;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly fixed: string | null;
  readonly default: string | null;
  /** The members of its substitution group, itself not among them. */
  readonly substitutes: () => readonly Element[];
}

/** The global declarations of all schemas of a bundle, built-in types and those of the SOAP encoding included. */
export interface SchemaSet {
  element(name: QName): Element | undefined;
  type(name: QName): Type | undefined;
}
