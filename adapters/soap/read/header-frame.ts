import type { Frame, Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import type { OpenContent } from '#adapters/soap/read/record.ts';
import { wildcardFrame } from '#adapters/soap/read/value-frame.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { XmlValue } from '#adapters/soap/value.ts';

/** The blocks of a header, each of its own namespace (SOAP 1.1 §4.2). */
export class HeaderFrame implements Frame {
  at = '';
  readonly blocks: OpenContent = [];
  readonly #reading: Reading;
  #name = '';

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  child(start: Start): Frame {
    this.#name = clark(start.name);
    this.at = '*';
    return wildcardFrame(this.#reading, start);
  }

  take(value: XmlValue): void {
    this.blocks.push([this.#name, value]);
    this.at = '';
  }

  text(): void {}

  end(): undefined {}
}
