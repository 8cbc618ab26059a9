import { type Frame, isBlank, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { type OpenContent, type OpenRecord, put, putText } from '#adapters/soap/read/record.ts';
import { valueFrame, wildcardFrame } from '#adapters/soap/read/value-frame.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { listSlot, type Shape, type Slot } from '#adapters/soap/schema/shape.ts';
import type { XmlRecord, XmlValue } from '#adapters/soap/value.ts';

const NO_LISTS: ReadonlyMap<Slot, XmlValue[]> = new Map();

/** An element whose type has elements. They may come in any order: real servers do not keep to the schema's. */
export class RecordFrame implements Frame {
  readonly #reading: Reading;
  readonly #shape: Shape;
  readonly #name: QName;
  readonly #record: OpenRecord;
  readonly #lists: ReadonlyMap<Slot, XmlValue[]>;
  readonly #content: OpenContent = [];
  /** The entry of the child that is open. */
  #entry = '';
  #slot: Slot | null = null;

  constructor(reading: Reading, shape: Shape, name: QName, record: OpenRecord) {
    this.#reading = reading;
    this.#shape = shape;
    this.#name = name;
    this.#record = record;
    this.#lists = shape.lists.length === 0 ? NO_LISTS : new Map(shape.lists.map((slot) => [slot, []]));
    for (const [slot, list] of this.#lists) put(record, slot.entry, list);
    if (shape.hasContent) record['#content'] = this.#content;
  }

  get at(): string {
    if (!this.#slot) return this.#entry === '' ? '' : '*';
    return this.#slot.place === 'many' ? `${this.#entry}[${this.#lists.get(this.#slot)?.length}]` : this.#entry;
  }

  child(start: Start): Frame {
    const slot = this.#slotOf(start.name);
    if (!slot && !this.#shape.hasAny) {
      this.#reading.undeclaredElements += 1;
      return SKIPPED;
    }
    this.#slot = slot;
    this.#entry = slot ? slot.entry : clark(start.name);
    if (slot?.place === 'one' && Object.hasOwn(this.#record, slot.entry)) {
      throw this.#reading.failure('comes more than once where the schema has it once');
    }
    return slot ? valueFrame(this.#reading, slot.element.type(), start) : wildcardFrame(this.#reading, start);
  }

  take(value: XmlValue): void {
    if (this.#slot?.place === 'one') put(this.#record, this.#entry, value);
    else if (this.#slot?.place === 'many') this.#lists.get(this.#slot)?.push(value);
    else this.#content.push([this.#entry, value]);
    this.#slot = null;
    this.#entry = '';
  }

  text(text: string): void {
    if (this.#shape.type.mixed) putText(this.#content, text);
    else if (!isBlank(text)) throw this.#reading.failure('holds text where the schema has elements');
  }

  end(): XmlRecord {
    return this.#record;
  }

  /** By its whole name; or by its local name, where the namespace is forgotten or added and only one can be meant. */
  #slotOf(name: QName): Slot | null {
    const named = this.#shape.byName.get(name.name) ?? [];
    const exact = named.find(({ element }) => element.name.namespace === name.namespace);
    if (exact) return exact;
    const [only, ...others] = named;
    if (!only || others.length > 0) return this.#renamedItem(name);
    if (name.namespace === '') return only;
    const isOurs = name.namespace === this.#name.namespace || name.namespace === this.#shape.type.name?.namespace;
    return only.element.name.namespace === '' && isOurs ? only : null;
  }

  /** Axis 1.4 names the items of a list as the list itself, whatever its WSDL calls them; the names of an encoded array mean nothing at all. */
  #renamedItem(name: QName): Slot | null {
    return this.#reading.isEncoded || name.name === this.#name.name ? listSlot(this.#shape) : null;
  }
}
