import { expect } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** That an element's value cannot be read, and that the error does not repeat it. */
export function expectUnreadable(read: (record: XmlRecord) => unknown, record: XmlRecord, element: string) {
  const attempt = () => readWhole(() => read(record));
  expect(attempt).toThrow(UnreadableField);
  const value = record[element];
  if (typeof value === 'string' && value.length > 1) expect(attempt).not.toThrow(value);
}
