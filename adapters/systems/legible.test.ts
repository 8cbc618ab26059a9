import { expect, it } from '@jest/globals';
import { legible } from '#adapters/systems/legible.ts';

it.each([
  [' 㛃拟𠮷 ', '㛃拟𠮷'],
  ['字'.repeat(4000), '字'.repeat(4000)],
  ['  ', null],
  [null, null],
])('%j is legible', (value, text) => {
  expect(legible('XM', value)).toBe(text);
});

it.each([
  ['字'.repeat(4001), 'XM is longer than 4000 characters'],
  ['\u{FFFD}\u{FFFD}甲', 'XM holds characters that are lost'],
])('%j is not', (value, message) => {
  expect(() => legible('XM', value)).toThrow(message);
});
