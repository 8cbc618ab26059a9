import { unreadable } from '#adapters/connector/failures.ts';
import { FaultFrame } from '#adapters/soap/read/fault-frame.ts';
import { type Frame, isBlank, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';
import { isMeant, rootContent } from '#adapters/soap/read/root-content.ts';
import { valueFrame } from '#adapters/soap/read/value-frame.ts';
import { sameName } from '#adapters/soap/schema/clark.ts';
import type { QName, Type } from '#adapters/soap/schema/model.ts';
import { isXmlRecord, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { wrapperType } from '#adapters/soap/wsdl/message-type.ts';
import type { Operation } from '#adapters/soap/wsdl/model.ts';

/** An element that the WSDL has in the body of a reply. */
interface Expected {
  readonly part: string;
  readonly name: QName;
  readonly type: Type;
}

/** What stands in the body: a fault, or the answer, which is the wrapper of RPC style (SOAP 1.1 §7.1) or an element for each part. */
export class BodyFrame implements Frame {
  at = '';
  readonly #reading: Reading;
  readonly #operation: Operation;
  readonly #envelope: string;
  readonly #expected: readonly Expected[];
  readonly #answers = new Map<Expected, XmlValue>();
  #open: Expected | null = null;
  #fault: FaultFrame | null = null;

  /** @param envelope the namespace of its version of SOAP */
  constructor(reading: Reading, operation: Operation, envelope: string) {
    this.#reading = reading;
    this.#operation = operation;
    this.#envelope = envelope;
    this.#expected = expectedIn(operation);
  }

  /** `null` where there is none. */
  get fault(): SoapFault | null {
    return this.#fault?.fault() ?? null;
  }

  /** @throws LegacyFailure where nothing stands there that the WSDL has */
  answer(): XmlRecord {
    const [first, ...more] = this.#expected;
    if (!first) return {};
    if (this.#answers.size === 0) throw unreadable('the body holds no response', { path: 'Body' });
    const alone = this.#answers.get(first);
    if (more.length === 0 && isXmlRecord(alone)) return alone;
    return Object.fromEntries([...this.#answers].map(([{ part }, value]) => [part, value]));
  }

  /** Whether it is what the body is read for; in RPC/encoded what it refers to stands beside it. */
  isExpected(name: QName): boolean {
    return this.#isFault(name) || this.#expectedAs(name) !== undefined;
  }

  child(start: Start): Frame {
    if (this.#isFault(start.name)) {
      this.at = 'Fault';
      this.#fault = new FaultFrame(this.#reading, this.#operation.faults);
      return this.#fault;
    }
    if (this.#expected.length === 0) {
      this.#reading.undeclaredElements += 1;
      return SKIPPED;
    }
    this.#open = this.#expectedAs(start.name) ?? null;
    if (!this.#open) throw this.#reading.failure('holds another element than the response');
    this.at = this.#open.name.name;
    if (this.#answers.has(this.#open)) throw this.#reading.failure('comes more than once');
    return valueFrame(this.#reading, this.#open.type, start);
  }

  take(value: XmlValue): void {
    const isAlone = this.#expected.length === 1;
    if (this.#open) this.#answers.set(this.#open, isAlone ? rootContent(this.#reading, value) : value);
    this.at = '';
  }

  text(text: string): void {
    if (!isBlank(text)) throw this.#reading.failure('holds text beside its elements');
  }

  end(): undefined {}

  #isFault({ namespace, name }: QName): boolean {
    return name === 'Fault' && namespace === this.#envelope;
  }

  #expectedAs(name: QName): Expected | undefined {
    const exact = this.#expected.find((expected) => sameName(expected.name, name));
    return exact ?? this.#expected.find((expected) => isMeant(expected.name, name));
  }
}

function expectedIn({ name, style, output }: Operation): readonly Expected[] {
  if (!output) return [];
  if (style === 'rpc') {
    return [{ part: '', name: { namespace: output.namespace, name: `${name}Response` }, type: wrapperType(output) }];
  }
  return output.parts.flatMap(({ name: part, element, type }): Expected[] => {
    if (element) return [{ part, name: element.name, type: element.type() }];
    return type ? [{ part, name: { namespace: '', name: part }, type }] : [];
  });
}
