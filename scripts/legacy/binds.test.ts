import { describe, expect, it } from '@jest/globals';
import { bindsIn } from './binds.ts';

describe('binds', () => {
  it.each([
    ['["A", null, 1.10]', ['A', null, { kind: 'number', value: '1.10' }]],
    ['{"no": 9007199254740993, "flag": true}', { no: { kind: 'number', value: '9007199254740993' }, flag: 'true' }],
    ['[{"kind":"date","value":"2025-06-16T00:00:00"}]', [{ kind: 'date', value: '2025-06-16T00:00:00' }]],
    ['[]', []],
  ])('%s', (source, binds) => {
    expect(bindsIn(source)).toEqual(binds);
  });

  it.each([
    ['"A"', /an array or an object/],
    ['3', /an array or an object/],
    ['[[1]]', /the bind 1 is a text/],
    ['{"no": {"kind": "integer", "value": "1"}}', /the bind no is a text.*timestamptz/],
    ['{"no": {"kind": "date", "value": 20250616}}', /the bind no is a text/],
  ])('%s are none', (source, sentence) => {
    expect(() => bindsIn(source)).toThrow(sentence);
  });
});
