import { inspect } from 'node:util';
import { expect, it } from '@jest/globals';
import { QueryCode } from '#adapters/systems/records/query-code.ts';

it.each([
  ['QK7M2X', true],
  ['qk7m2x', false],
  ['QK7M2', false],
  ['QK7M2X ', false],
  ['', false],
])('%j is the code: %s', (given, matches) => {
  expect(new QueryCode('QK7M2X').matches(given)).toBe(matches);
});

it('cannot be read', () => {
  const code = new QueryCode('QK7M2X');
  expect(inspect(code, { depth: null, showHidden: true }) + JSON.stringify(code)).not.toContain('QK7M2X');
  expect(code).toEqual(new QueryCode('other'));
});
