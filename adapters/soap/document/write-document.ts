import type { Element, SchemaSet } from '#adapters/soap/schema/model.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { writeElement } from '#adapters/soap/write/element.ts';
import { rootValue } from '#adapters/soap/write/root-value.ts';
import { Writing } from '#adapters/soap/write/writing.ts';

export interface DocumentOptions {
  /** What its prolog names: that of the message around it, whose bytes are those of the document too. */
  readonly charset: string;
  readonly schemas: SchemaSet;
}

/**
 * A document for a message that carries it as text, with a prolog of its own.
 * @param content of the element `root`; `#text` where that is text alone
 * @throws ArgumentError for everything that the schema does not allow, and for what XML cannot carry
 */
export function writeDocument(root: Element, content: XmlRecord, { charset, schemas }: DocumentOptions): string {
  const type = root.type();
  const writing = new Writing({ schemas, encoding: null });
  const element = writeElement(writing, { ...root, type }, rootValue(type, content), '', true);
  return `<?xml version="1.0" encoding="${charset}"?>${element}`;
}
