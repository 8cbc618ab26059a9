import { isReference } from '#adapters/soap/read/attributes.ts';
import { type Frame, isBlank, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { type OpenContent, type OpenRecord, put, putText } from '#adapters/soap/read/record.ts';
import { undecodedIn } from '#adapters/soap/read/text.ts';
import { wildcardFrame } from '#adapters/soap/read/value-frame.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { XmlValue } from '#adapters/soap/value.ts';
import type { XmlAttribute } from '#adapters/soap/xml/reader.ts';

/** An element of which no schema says anything: its text, or a record where it has attributes or elements, these in `#content`. */
export class GenericFrame implements Frame {
  readonly #reading: Reading;
  readonly #record: OpenRecord;
  readonly #content: OpenContent = [];
  /** The name of the child that is open; `''` for none. */
  #child = '';
  #hasElements = false;

  constructor(reading: Reading, attributes: readonly XmlAttribute[], record: OpenRecord) {
    this.#reading = reading;
    this.#record = record;
    for (const { name, value } of attributes) {
      if (!isReference(reading, name)) put(record, `@${clark(name)}`, undecodedIn(value) ?? value);
    }
  }

  get at(): string {
    return this.#child === '' ? '' : '*';
  }

  child(start: Start): Frame {
    this.#hasElements = true;
    this.#child = clark(start.name);
    return wildcardFrame(this.#reading, start);
  }

  take(value: XmlValue): void {
    this.#content.push([this.#child, value]);
    this.#child = '';
  }

  text(text: string): void {
    putText(this.#content, text);
  }

  end(): XmlValue {
    if (this.#hasElements) return Object.assign(this.#record, { '#content': withoutIndentation(this.#content) });
    const text = textOf(this.#content);
    return Object.keys(this.#record).length === 0 ? text : Object.assign(this.#record, { '#text': text });
  }
}

function textOf(content: OpenContent): XmlValue {
  const [invalid] = content.flatMap((each) => (typeof each === 'string' ? [] : [each[1]]));
  return invalid ?? content.join('');
}

/** White space between elements is text only where there is other text too. */
function withoutIndentation(content: OpenContent): OpenContent {
  const isIndentation = (each: OpenContent[number]) => typeof each === 'string' && isBlank(each);
  return content.every((each) => typeof each !== 'string' || isIndentation(each))
    ? content.filter((each) => typeof each !== 'string')
    : content;
}
