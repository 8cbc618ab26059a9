import { type Frame, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';

/** The document: an envelope of one version (SOAP 1.1 §4.1, SOAP 1.2 part 1 §5.1). What else stands in it is passed over: no header of a reply says anything to us. */
export class DocumentFrame implements Frame {
  readonly at = '';
  readonly #reading: Reading;
  readonly #namespace: string;
  readonly #body: Frame;

  constructor(reading: Reading, namespace: string, body: Frame) {
    this.#reading = reading;
    this.#namespace = namespace;
    this.#body = body;
  }

  child({ name }: Start): Frame {
    const isEnvelope =
      name.name === 'Envelope' && [SOAP_1_1, SOAP_1_2].some(({ namespace }) => namespace === name.namespace);
    if (!isEnvelope) throw this.#reading.failure('the reply is no SOAP envelope');
    if (name.namespace !== this.#namespace)
      throw this.#reading.failure('the reply is an envelope of the other version of SOAP');
    return new EnvelopeFrame(this.#reading, this.#namespace, this.#body);
  }

  take(): void {}

  text(): void {}

  end(): undefined {}
}

/** Each of its two parts it has once at most. */
class EnvelopeFrame implements Frame {
  at = '';
  readonly #reading: Reading;
  readonly #namespace: string;
  readonly #body: Frame;
  readonly #seen = new Set<string>();

  constructor(reading: Reading, namespace: string, body: Frame) {
    this.#reading = reading;
    this.#namespace = namespace;
    this.#body = body;
  }

  child({ name: { namespace, name } }: Start): Frame {
    const isPart = namespace === this.#namespace && (name === 'Header' || name === 'Body');
    if (!isPart) return SKIPPED;
    if (this.#seen.has(name)) throw this.#reading.failure('holds a part of the envelope twice');
    this.#seen.add(name);
    this.at = name;
    return name === 'Header' ? SKIPPED : this.#body;
  }

  take(): void {}

  text(): void {}

  end(): undefined {}
}
