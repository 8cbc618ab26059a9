import { type LegacyFailure, unreadable } from '#adapters/connector/failures.ts';
import type { Frame, Resolve } from '#adapters/soap/read/frame.ts';
import type { QName, SchemaSet } from '#adapters/soap/schema/model.ts';
import type { XmlAttribute, XmlHandler } from '#adapters/soap/xml/reader.ts';

/** Items that arrays of a message may leave out: a few bytes could stand for any number of them. */
const MAX_LEFT_OUT = 10_000;

/** One message that is being read: the elements that are open, and what all of them share. */
export class Reading implements XmlHandler {
  readonly schemas: SchemaSet;
  /** Whether types, arrays and references are those of the SOAP encoding. */
  readonly isEncoded: boolean;
  /** What was left out so far, since no schema declares it. */
  undeclaredElements = 0;
  undeclaredAttributes = 0;
  #leftOut = 0;
  /** The innermost last. */
  readonly #frames: Frame[] = [];

  constructor(schemas: SchemaSet, isEncoded: boolean) {
    this.schemas = schemas;
    this.isEncoded = isEncoded;
  }

  /** @param frame takes what comes next; it is the innermost until the reading is over */
  begin(frame: Frame): void {
    this.#frames.push(frame);
  }

  open(name: QName, attributes: readonly XmlAttribute[], resolve: Resolve): void {
    this.#frames.push(this.#top().child({ name, attributes, resolve }));
  }

  text(text: string): void {
    this.#top().text(text);
  }

  close(): void {
    const value = this.#top().end();
    this.#frames.pop();
    if (value !== undefined) this.#top().take(value);
  }

  /** @throws LegacyFailure where the arrays of this message leave out more items than we read */
  leaveOut(items: number): void {
    this.#leftOut += items;
    if (this.#leftOut > MAX_LEFT_OUT) throw this.failure('leaves out more items than are read');
  }

  /** That the reply cannot be read, and where: names of the schema alone. */
  failure(reason: string): LegacyFailure {
    const path = this.#frames
      .flatMap(({ at }) => (at === '' ? [] : [at]))
      .join('/')
      .replaceAll('/[', '[');
    return unreadable(path === '' ? reason : `${path} ${reason}`, { path });
  }

  #top(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('nothing is being read');
    return frame;
  }
}
