import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { QName } from '#adapters/soap/schema/model.ts';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '#adapters/soap/xml/limits.ts';
import { declarationsOf, NamePool, NamespaceProblem, Scope, XML_NAMESPACE } from '#adapters/soap/xml/namespaces.ts';
import { sentenceFor } from '#adapters/soap/xml/sentences.ts';

export interface XmlAttribute {
  readonly name: QName;
  readonly value: string;
}

/** What stands in a document, in its order. A text may come in several pieces, CDATA sections are text, comments and instructions are left out. */
export interface XmlHandler {
  /**
   * @param attributes without namespace declarations
   * @param resolve the namespace of a prefix here, `''` for the default one; it stays valid after the element
   */
  open(name: QName, attributes: readonly XmlAttribute[], resolve: (prefix: string) => string | undefined): void;
  text(text: string): void;
  close(): void;
}

type Parser = SaxesParser<{ xmlns: false; position: false; forceXMLVersion: true; defaultXMLVersion: '1.0' }>;

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/**
 * Reads XML 1.0 with namespaces as it comes, in pieces of any size. Well-formed or refused; no DTD, no entity but the five, so nothing is
 * ever expanded or fetched; bounded by `limits`. Within a piece the handler is called at once; what it throws comes out of `write`.
 * Over saxes without its own namespaces, which look up and store every name of every element anew.
 */
export class XmlReader {
  readonly #handler: XmlHandler;
  readonly #limits: XmlLimits;
  readonly #parser: Parser;
  readonly #names: NamePool;
  /** Of the open elements. */
  readonly #scopes: Scope[] = [];
  #scope: Scope;
  #elements = 0;
  /** Characters since the last event: of one tag or text that has not ended, and of the comments before it. */
  #pending = 0;
  #tagLine = 1;
  /** Half of a surrogate pair at the end of a piece. */
  #held = '';

  constructor(handler: XmlHandler, limits: Partial<XmlLimits> = {}) {
    this.#handler = handler;
    this.#limits = { ...DEFAULT_XML_LIMITS, ...limits };
    this.#names = new NamePool(this.#limits.names);
    this.#scope = new Scope(null, new Map([['xml', XML_NAMESPACE]]), this.#names);
    this.#parser = new SaxesParser({ xmlns: false, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
    // Seven at most: each is a property that saxes adds by a computed name, and from the eighth on V8 keeps its parser as a dictionary,
    // which makes it four times slower.
    this.#parser.on('error', (error) => this.#refuse(sentenceFor(error.message)));
    this.#parser.on('doctype', (doctype) => this.#refuse('a DTD is refused', doctype.split('\n').length - 1));
    // It has read one character more than the name.
    this.#parser.on('opentagstart', () => {
      this.#tagLine = this.#parser.column === 0 ? this.#parser.line - 1 : this.#parser.line;
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
  }

  /** From 1; where the reader stands. */
  get line(): number {
    return this.#parser.line;
  }

  /** Where the tag of the last element to open begins. */
  get tagLine(): number {
    return this.#tagLine;
  }

  /** From 1. */
  get column(): number {
    return this.#parser.column + 1;
  }

  /** @throws XmlError; after that the reader is of no use. */
  write(text: string): void {
    const all = this.#held + text;
    const last = all.charCodeAt(all.length - 1);
    const isHalf = last >= 0xd800 && last <= 0xdbff;
    const piece = isHalf ? all.slice(0, -1) : all;
    this.#held = isHalf ? all.slice(-1) : '';
    // saxes takes any character for the second half of a pair.
    if (!piece.isWellFormed()) this.#refuse('half of a surrogate pair');
    this.#pending += piece.length;
    this.#parser.write(piece);
    if (this.#pending > this.#limits.textLength) this.#refuse('a text or a tag is too long');
  }

  /** The document must be complete. @throws XmlError */
  end(): void {
    if (this.#held !== '') this.#refuse('half of a surrogate pair');
    this.#parser.close();
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#passed();
    this.#elements += 1;
    if (this.#scopes.length >= this.#limits.depth) this.#refuse('the XML is nested too deeply');
    if (this.#elements > this.#limits.elements) this.#refuse('the XML holds too many elements');
    this.#scopes.push(this.#scope);
    try {
      const declared = declarationsOf(attributes);
      if (declared) this.#scope = new Scope(this.#scope, declared, this.#names);
      const element = this.#scope.element(this.#bounded(name));
      this.#handler.open(element, this.#attributes(attributes), this.#scope.resolve);
    } catch (error) {
      if (error instanceof NamespaceProblem) this.#refuse(error.message);
      throw error;
    }
  }

  #attributes(attributes: Readonly<Record<string, string>>): readonly XmlAttribute[] {
    let read: XmlAttribute[] | null = null;
    let count = 0;
    for (const name in attributes) {
      count += 1;
      if (count > this.#limits.attributes) this.#refuse('an element has too many attributes');
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const attribute = { name: this.#scope.attribute(this.#bounded(name)), value: attributes[name] ?? '' };
      read ??= [];
      // Equal names are one object; saxes has compared the prefixed ones only as they are written.
      if (read.some((other) => other.name === attribute.name)) this.#refuse('an attribute is given twice');
      read.push(attribute);
    }
    return read ?? NO_ATTRIBUTES;
  }

  #close(): void {
    this.#passed();
    this.#scope = this.#scopes.pop() ?? this.#scope;
    this.#handler.close();
  }

  #text(text: string): void {
    this.#passed();
    if (text.length > this.#limits.textLength) this.#refuse('a text or a tag is too long');
    // White space around the root element.
    if (this.#scopes.length > 0) this.#handler.text(text);
  }

  #passed(): void {
    this.#pending = 0;
  }

  #bounded(name: string): string {
    if (name.length > this.#limits.nameLength) this.#refuse('a name is too long');
    return name;
  }

  #refuse(reason: string, linesBefore = 0): never {
    throw new XmlError(reason, this.line - linesBefore, linesBefore > 0 ? 1 : this.column);
  }
}
