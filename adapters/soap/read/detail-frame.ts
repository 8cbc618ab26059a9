import { LegacyFailure } from '#adapters/connector/failures.ts';
import type { Frame, Start } from '#adapters/soap/read/frame.ts';
import { Reading } from '#adapters/soap/read/reading.ts';
import { type OpenRecord, put } from '#adapters/soap/read/record.ts';
import { isMeant } from '#adapters/soap/read/root-content.ts';
import { retell, TreeFrame, type TreeNode } from '#adapters/soap/read/tree.ts';
import { valueFrame, wildcardFrame } from '#adapters/soap/read/value-frame.ts';
import type { Element } from '#adapters/soap/schema/model.ts';
import { InvalidValue, type XmlValue } from '#adapters/soap/value.ts';

/**
 * The detail of a fault: its elements by local name, the first of each, typed where the WSDL declares them. One that is not as declared is
 * an InvalidValue and the fault a fault all the same, so each is collected first and read apart.
 */
export class DetailFrame implements Frame {
  readonly at = '';
  readonly record: OpenRecord = {};
  readonly #reading: Reading;
  readonly #declared: readonly Element[];

  constructor(reading: Reading, declared: readonly Element[]) {
    this.#reading = reading;
    this.#declared = declared;
  }

  child(start: Start): Frame {
    return new TreeFrame(start, (node) => {
      if (!Object.hasOwn(this.record, node.name.name)) put(this.record, node.name.name, this.#read(node));
    });
  }

  take(): void {}

  text(): void {}

  end(): undefined {}

  #read(node: TreeNode): XmlValue {
    const { schemas, isEncoded } = this.#reading;
    const apart = new Reading(schemas, isEncoded);
    const entry = new EntryFrame(apart, this.#declared);
    apart.begin(entry);
    try {
      retell(node, apart);
    } catch (error) {
      if (error instanceof LegacyFailure) return new InvalidValue('is not what the schema has in the fault');
      throw error;
    }
    return entry.value;
  }
}

/** One element of a detail. */
class EntryFrame implements Frame {
  readonly at = '';
  value: XmlValue = null;
  readonly #reading: Reading;
  readonly #declared: readonly Element[];

  constructor(reading: Reading, declared: readonly Element[]) {
    this.#reading = reading;
    this.#declared = declared;
  }

  child(start: Start): Frame {
    const element = this.#declared.find((each) => isMeant(each.name, start.name));
    return element ? valueFrame(this.#reading, element.type(), start) : wildcardFrame(this.#reading, start);
  }

  take(value: XmlValue): void {
    this.value = value;
  }

  text(): void {}

  end(): undefined {}
}
