import { DetailFrame } from '#adapters/soap/read/detail-frame.ts';
import { childOf, localName, reasonOf, subcodesOf, textOf } from '#adapters/soap/read/fault-parts.ts';
import { type Frame, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import { GenericFrame } from '#adapters/soap/read/generic-frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';
import type { Element } from '#adapters/soap/schema/model.ts';
import type { XmlValue } from '#adapters/soap/value.ts';

/** A fault of either version. Its elements go by their local names: servers forget the namespaces of 1.2 and add some to 1.1. */
export class FaultFrame implements Frame {
  at = '';
  readonly #reading: Reading;
  readonly #declared: readonly Element[];
  readonly #values = new Map<string, XmlValue>();
  #detail: DetailFrame | null = null;

  constructor(reading: Reading, declared: readonly Element[]) {
    this.#reading = reading;
    this.#declared = declared;
  }

  child({ name }: Start): Frame {
    this.at = NAMES.find((each) => each === name.name) ?? '';
    if (this.at === '') return SKIPPED;
    if (this.at.toLowerCase() !== 'detail') return new GenericFrame(this.#reading, [], {});
    this.#detail = new DetailFrame(this.#reading, this.#declared);
    return this.#detail;
  }

  take(value: XmlValue): void {
    this.#values.set(this.at, value);
    this.at = '';
  }

  text(): void {}

  end(): undefined {}

  fault(): SoapFault {
    const code = this.#values.get('Code');
    return {
      code: localName(this.#values.get('faultcode') ?? childOf(code, 'Value')),
      subcodes: subcodesOf(code),
      reason: textOf(this.#values.get('faultstring') ?? reasonOf(this.#values.get('Reason'))),
      actor: textOf(this.#values.get('faultactor') ?? this.#values.get('Role')) || null,
      detail: this.#detail?.record ?? {},
    };
  }
}

const NAMES = ['faultcode', 'faultstring', 'faultactor', 'detail', 'Code', 'Reason', 'Role', 'Detail'];
