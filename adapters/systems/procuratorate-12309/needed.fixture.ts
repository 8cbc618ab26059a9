import { expect } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Every record that lacks one of these elements cannot be read. */
export function expectAllNeeded(read: (record: XmlRecord) => unknown, record: XmlRecord, elements: string): void {
  expect(() => readWhole(() => read(record))).not.toThrow();
  for (const element of elements.split(' ')) {
    const { [element]: _, ...rest } = record;
    expect(() => readWhole(() => read(rest))).toThrow(UnreadableField);
  }
}
