/**
 * What a message holds, in both directions. Text is the lexical form that stands on the wire: never a number, a Date or a boolean.
 * Three things stay apart: `null` is `xsi:nil`, `''` is an empty element, and an element that is absent has no entry.
 * An element that may come more than once is a list, whether it comes never, once or often.
 */
export type XmlValue = string | null | InvalidValue | readonly XmlValue[] | XmlRecord;

/**
 * Entries by local name. Beside the elements:
 * - `@name`: an attribute;
 * - `#text`: the text of an element whose type has attributes;
 * - `#type`: the local name of `xsi:type`, where that is another type than the declared one;
 * - `#content`: mixed content, `xs:any` and groups of several elements that repeat, in the order of the document.
 * A name stands with its namespace (`{urn:x}name`) where the schema does not settle that: of what stands for `xs:any`, of a type of another
 * namespace than the declared one, of elements of one type that differ in it alone. So does the text of an `xs:QName`.
 */
export interface XmlRecord {
  readonly [entry: string]: XmlValue | XmlContent;
}

/** Text stands in it as it is; wrong bytes in a text as `#text`. */
export type XmlContent = readonly (string | readonly [name: string, value: XmlValue])[];

/** Stands where a value cannot be read: wrong bytes, or text that is not of its type. Whoever needs it fails, and nobody else. */
export class InvalidValue {
  /** What is wrong, without the value itself. */
  readonly reason: string;
  /** Private, so that no log shows it. */
  readonly #undecoded: string | null;

  constructor(reason: string, undecoded: string | null = null) {
    this.reason = reason;
    this.#undecoded = undecoded;
  }

  /** A text with U+FFFD for its wrong bytes; `null` where something else is wrong. For XML in a string alone: it is its own values that they spoil. */
  get undecoded(): string | null {
    return this.#undecoded;
  }
}

export function isXmlRecord(value: unknown): value is XmlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof InvalidValue);
}
