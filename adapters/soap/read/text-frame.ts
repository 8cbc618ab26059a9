import type { Frame, Resolve } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import type { OpenRecord } from '#adapters/soap/read/record.ts';
import { readText } from '#adapters/soap/read/text.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import type { InvalidValue, XmlRecord, XmlValue } from '#adapters/soap/value.ts';

/** An element that holds text alone. */
export class TextFrame implements Frame {
  readonly at = '';
  readonly #reading: Reading;
  readonly #type: SimpleType;
  readonly #resolve: Resolve;
  #text = '';

  constructor(reading: Reading, type: SimpleType, resolve: Resolve) {
    this.#reading = reading;
    this.#type = type;
    this.#resolve = resolve;
  }

  child(): Frame {
    throw this.#reading.failure('holds elements where the schema has text');
  }

  take(): void {}

  text(text: string): void {
    this.#text += text;
  }

  end(): XmlValue {
    return this.read();
  }

  protected read(): string | InvalidValue {
    return readText(this.#type, this.#text, this.#resolve);
  }
}

/** The same with attributes, or with a type of its own: a record with `#text`. */
export class TextRecordFrame extends TextFrame {
  readonly #record: OpenRecord;

  constructor(reading: Reading, type: SimpleType, resolve: Resolve, record: OpenRecord) {
    super(reading, type, resolve);
    this.#record = record;
  }

  override end(): XmlRecord {
    this.#record['#text'] = this.read();
    return this.#record;
  }
}
