import { type Frame, isBlank, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { isMeant, rootContent } from '#adapters/soap/read/root-content.ts';
import { valueFrame } from '#adapters/soap/read/value-frame.ts';
import type { Element } from '#adapters/soap/schema/model.ts';
import type { XmlRecord, XmlValue } from '#adapters/soap/value.ts';

/** A document whose root is one element of a schema. */
export class RootFrame implements Frame {
  at = '';
  readonly #reading: Reading;
  readonly #root: Element;
  #content: XmlRecord = {};

  constructor(reading: Reading, root: Element) {
    this.#reading = reading;
    this.#root = root;
  }

  content(): XmlRecord {
    return this.#content;
  }

  child(start: Start): Frame {
    if (!isMeant(this.#root.name, start.name)) throw this.#reading.failure('the document has another root');
    this.at = this.#root.name.name;
    return valueFrame(this.#reading, this.#root.type(), start);
  }

  take(value: XmlValue): void {
    this.#content = rootContent(this.#reading, value);
  }

  text(text: string): void {
    if (!isBlank(text)) throw this.#reading.failure('the document holds text beside its root');
  }

  end(): undefined {}
}
