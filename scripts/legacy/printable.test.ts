import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '#adapters/soap/value.ts';
import { printable } from './printable.ts';

describe('a reply as JSON', () => {
  it('keeps text, nil, empty, absent, lists, attributes and mixed content apart', () => {
    const record = {
      number: '007.10',
      nil: null,
      empty: '',
      none: [],
      one: ['1'],
      inner: { '@id': 'x', '#text': ' t ' },
      mixed: { '#content': ['a', ['b', 'c'], ['d', null]] as const },
    };
    expect(JSON.parse(JSON.stringify(printable(record)))).toEqual(record);
  });

  it('keeps an element that is called __proto__', () => {
    const record = Object.fromEntries([['__proto__', 'x']]);
    expect(JSON.stringify(printable(record))).toBe('{"__proto__":"x"}');
  });

  it.each([
    [{ a: new InvalidValue('is no date') }, 'a'],
    [{ list: { row: [{ d: '1' }, { d: new InvalidValue('is no date') }] } }, 'list/row[1]/d'],
    [{ '#content': ['t', ['b', new InvalidValue('is no date')]] as const }, '#content[1][1]'],
  ])('is none where a value cannot be read, and says where', (record, path) => {
    expect(() => printable(record)).toThrow(expect.objectContaining({ path, message: 'is no date' }));
  });
});
