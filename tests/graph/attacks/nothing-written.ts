import { basename } from 'node:path';
import { expect } from '@jest/globals';
import { PEOPLE } from '#demo/world/people.ts';
import { written } from '#tests/harness/written.ts';

const masked = (value: string) => `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`;
const NUMBERS = Object.values(PEOPLE).flatMap(({ idNumber, phone }) => [idNumber, ...(phone === null ? [] : [phone])]);
const SECRETS: readonly string[] = [
  ...Object.values(PEOPLE).map(({ name }) => name),
  ...[...NUMBERS, ...NUMBERS.map(masked)],
  // Query codes of the demo's tickets (WORLD 4.1).
  ...['QK7M2X', 'QN3H8V', 'QR4T9W'],
];

/** Nothing personal stands in any log, in the database's own log, or in any audit file, of all that was asked so far. */
export function expectNothingWritten(): void {
  const files = written();
  const names = files.map(({ path }) => basename(path));
  expect(names).toEqual(expect.arrayContaining(['gateway.log', 'subgraphs.log', 'stand-ins.log', 'postgres.log']));
  expect(names.some((name) => name.endsWith('.audit'))).toBe(true);
  const told = files.flatMap(({ path, text }) =>
    SECRETS.filter((secret) => text.includes(secret)).map((secret) => `${basename(path)}: ${secret}`),
  );
  expect(told).toEqual([]);
}
