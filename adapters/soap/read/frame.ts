import type { QName } from '#adapters/soap/schema/model.ts';
import type { XmlValue } from '#adapters/soap/value.ts';
import type { XmlAttribute } from '#adapters/soap/xml/reader.ts';

/** The namespace of a prefix where an element stands. */
export type Resolve = (prefix: string) => string | undefined;

/** The start tag of an element. */
export interface Start {
  readonly name: QName;
  readonly attributes: readonly XmlAttribute[];
  readonly resolve: Resolve;
}

/** An element that is being read. The elements in it are read one after the other, so it knows which of them the next value is. */
export interface Frame {
  /** What is being read in it, for paths: a name of the schema, never one of the message; `''` for nothing. */
  readonly at: string;
  child(start: Start): Frame;
  /** The value of the child that has ended; not called for one that has none. */
  take(value: XmlValue): void;
  text(text: string): void;
  /** Its value, when it has ended. */
  end(): XmlValue | undefined;
}

/** What nobody wants, with all that is in it. */
export const SKIPPED: Frame = {
  at: '',
  child: () => SKIPPED,
  take: () => undefined,
  text: () => undefined,
  end: () => undefined,
};

export function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}
