import { type Frame, isBlank, SKIPPED } from '#adapters/soap/read/frame.ts';
import { InvalidValue, type XmlValue } from '#adapters/soap/value.ts';

/** An element that is nil, so it may hold nothing. */
export class NilFrame implements Frame {
  readonly at = '';
  #value: XmlValue;

  constructor(value: XmlValue) {
    this.#value = value;
  }

  child(): Frame {
    this.#value = new InvalidValue('is nil and holds elements');
    return SKIPPED;
  }

  take(): void {}

  text(text: string): void {
    if (!isBlank(text)) this.#value = new InvalidValue('is nil and holds text');
  }

  end(): XmlValue {
    return this.#value;
  }
}
