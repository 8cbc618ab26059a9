import type { Shape, Slot } from '#adapters/soap/schema/shape.ts';
import type { XmlContent, XmlRecord, XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { shown, within } from '#adapters/soap/write/path.ts';
import { plainText } from '#adapters/soap/write/text.ts';

/** A value with its place in the arguments. */
export interface Taken {
  /** Its entry; of `xs:any` the name. */
  readonly name: string;
  readonly value: XmlValue;
  readonly path: string;
  /** The text of mixed content before it. */
  readonly before: string;
}

/** The elements of a record, taken one after the other in the order in which the schema asks for them. */
export class Source {
  readonly path: string;
  readonly #shape: Shape;
  readonly #entries = new Map<Slot, Taken[]>();
  readonly #content: Taken[];
  /** The text of mixed content after the last of them. */
  readonly #after: string;

  /** @throws ArgumentError for an entry that the type does not have, and where one is a list and the other is not */
  constructor(shape: Shape, record: XmlRecord, path: string) {
    this.path = path;
    this.#shape = shape;
    for (const [entry, value] of Object.entries(record)) {
      if (value === undefined || entry.startsWith('@') || entry === '#type') continue;
      if (entry === '#content' && shape.hasContent) continue;
      const slot = shape.byEntry.get(entry);
      if (!slot || slot.place === 'content') throw undeclared(within(path, shown(entry)), slot !== undefined);
      this.#entries.set(slot, valuesOf(slot, value as XmlValue, within(path, entry)));
    }
    const { elements, after } = contentOf(shape, record, within(path, '#content'));
    this.#content = elements;
    this.#after = after;
  }

  has(slot: Slot): boolean {
    if (slot.place === 'content') return this.#content[0]?.name === slot.entry;
    return (this.#entries.get(slot) ?? []).length > 0;
  }

  /** The next of them; `has` said that there is one. */
  take(slot: Slot): Taken {
    const taken = slot.place === 'content' ? this.#content.shift() : this.#entries.get(slot)?.shift();
    if (!taken) throw new Error('there is no such value');
    return taken;
  }

  hasAny(): boolean {
    const [next] = this.#content;
    return next !== undefined && !this.#shape.byEntry.has(next.name);
  }

  takeAny(): Taken {
    const taken = this.#content.shift();
    if (!taken) throw new Error('there is no such value');
    return taken;
  }

  /** The text after the last element. @throws ArgumentError where the schema has not asked for all of them */
  end(): string {
    for (const [slot, [left]] of this.#entries) {
      if (left && slot.place === 'many')
        throw new ArgumentError(left.path, 'comes more often than the schema allows', 'shape');
      if (left) throw new ArgumentError(left.path, 'may not come beside the others', 'shape');
    }
    const [next] = this.#content;
    if (next) throw new ArgumentError(next.path, 'may not come in this place', 'shape');
    return this.#after;
  }
}

function undeclared(path: string, isContent: boolean): ArgumentError {
  return new ArgumentError(path, isContent ? 'belongs in #content' : 'is not declared in the schema', 'shape');
}

function valuesOf({ place, entry: name }: Slot, value: XmlValue, path: string): Taken[] {
  if (place !== 'many') return [{ name, value, path, before: '' }];
  if (!Array.isArray(value)) throw new ArgumentError(path, 'takes a list', 'shape');
  return Array.from(value, (item: XmlValue, index) => ({ name, value: item, path: `${path}[${index}]`, before: '' }));
}

function contentOf({ hasContent, type }: Shape, record: XmlRecord, path: string): { elements: Taken[]; after: string } {
  const content = hasContent && Object.hasOwn(record, '#content') ? record['#content'] : [];
  if (!Array.isArray(content)) throw new ArgumentError(path, 'takes a list', 'shape');
  const elements: Taken[] = [];
  let text = '';
  for (const [index, each] of (content as XmlContent).entries()) {
    const at = `${path}[${index}]`;
    if (typeof each === 'string' && type.mixed) text += plainText(each, at);
    else if (!isEntry(each)) throw new ArgumentError(at, 'takes pairs of a name and a value', 'shape');
    else {
      elements.push({ name: each[0], value: each[1], path: at, before: text });
      text = '';
    }
  }
  return { elements, after: text };
}

/** An element of `#content`. */
export function isEntry(each: unknown): each is readonly [name: string, value: XmlValue] {
  return Array.isArray(each) && each.length === 2 && typeof each[0] === 'string';
}
