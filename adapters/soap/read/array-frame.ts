import { actualType } from '#adapters/soap/read/actual-type.ts';
import { type Frame, isBlank, type Start } from '#adapters/soap/read/frame.ts';
import { readQName } from '#adapters/soap/read/marks.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { valueFrame } from '#adapters/soap/read/value-frame.ts';
import type { Type } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING } from '#adapters/soap/schema/names.ts';
import type { XmlValue } from '#adapters/soap/value.ts';

/**
 * An array of the SOAP encoding (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.4): a list, whatever its items are called. What it leaves out is nil:
 * between items that say their positions, as gSOAP writes them, and behind the last one up to the size that it declares.
 * @throws LegacyFailure where an item's place is taken, and where it begins in its middle
 */
export class ArrayFrame implements Frame {
  readonly #reading: Reading;
  readonly #item: Type;
  readonly #size: number;
  readonly #items: XmlValue[] = [];
  #isOpen = false;

  constructor(reading: Reading, declared: Type, start: Start) {
    this.#reading = reading;
    this.#item = itemType(reading, declared, start);
    if (isPartial(start))
      throw reading.failure('is a part of an array or one of several dimensions, which are not read');
    this.#size = Number(/\[(\d+)\]\s*$/.exec(encodingAttribute(start, 'arrayType') ?? '')?.[1] ?? 0);
  }

  get at(): string {
    return this.#isOpen ? `[${this.#items.length}]` : '';
  }

  child(start: Start): Frame {
    this.#isOpen = true;
    const position = encodingAttribute(start, 'position');
    if (position !== undefined) this.#leaveOut(Number(/^\[(\d+)\]$/.exec(position)?.[1] ?? -1));
    return valueFrame(this.#reading, this.#item, start);
  }

  take(value: XmlValue): void {
    this.#isOpen = false;
    this.#items.push(value);
  }

  text(text: string): void {
    if (!isBlank(text)) throw this.#reading.failure('holds text where the schema has items');
  }

  end(): XmlValue {
    if (this.#size > this.#items.length) this.#leaveOut(this.#size);
    return this.#items;
  }

  /** The next item is the one of that index. */
  #leaveOut(index: number): void {
    const count = index - this.#items.length;
    if (count < 0) throw this.#reading.failure('has a place in its array that is taken, or none');
    this.#reading.leaveOut(count);
    for (let left = count; left > 0; left -= 1) this.#items.push(null);
  }
}

/** `soapenc:arrayType="tns:Party[2]"` or `enc:itemType="tns:Party"`, where that is a type that the schema allows. */
function itemType(reading: Reading, declared: Type, { attributes, resolve }: Start): Type {
  for (const { name, value } of attributes) {
    const isType =
      (name.namespace === SOAP_ENCODING && name.name === 'arrayType') ||
      (name.namespace === SOAP_12_ENCODING && name.name === 'itemType');
    const type = isType ? readQName(value.trim().replace(/\[\d*\]$/, ''), resolve) : null;
    if (type) return actualType(reading, declared, type) ?? declared;
  }
  return declared;
}

const encodingAttribute = ({ attributes }: Start, name: string) =>
  attributes.find((each) => each.name.namespace === SOAP_ENCODING && each.name.name === name)?.value.trim();

/** An offset, or several dimensions (`arrayType="xsd:int[2,3]"`). */
function isPartial(start: Start): boolean {
  const dimensions = start.attributes.find(
    ({ name }) => name.namespace === SOAP_12_ENCODING && name.name === 'arraySize',
  );
  return (
    (encodingAttribute(start, 'offset') ?? '[0]') !== '[0]' ||
    encodingAttribute(start, 'arrayType')?.includes(',') === true ||
    /\S\s+\S/.test(dimensions?.value ?? '')
  );
}
