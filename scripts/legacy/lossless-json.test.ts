import { describe, expect, it } from '@jest/globals';
import { parseJson } from './lossless-json.ts';

describe('JSON without loss', () => {
  it.each([
    ['{"a":9007199254740993}', { a: '9007199254740993' }],
    ['{"a":1.10,"b":-0.0,"c":1e400,"d":1E-2}', { a: '1.10', b: '-0.0', c: '1e400', d: '1E-2' }],
    ['{"a":007}', null],
    ['{"a":"007"}', { a: '007' }],
    ['{"a":true,"b":false,"c":null,"d":"true"}', { a: 'true', b: 'false', c: null, d: 'true' }],
    ['[1,[2,{"x":3}],""]', ['1', ['2', { x: '3' }], '']],
    ['12', '12'],
    ['{"a":"\\u738b\\u62df\\u4e19 \\ud842\\udfb7"}', { a: '王拟丙 𠮷' }],
  ])('%s', (source, value) => {
    const read = () => parseJson('--args', source, String);
    if (value === null) expect(read).toThrow('--args is no JSON');
    else expect(read()).toEqual(value);
  });

  it('keeps names that are none of an ordinary object', () => {
    const value = parseJson('--args', '{"__proto__":{"a":1},"constructor":2}', String) as object;
    expect(Object.entries(value)).toEqual([
      ['__proto__', { a: '1' }],
      ['constructor', '2'],
    ]);
  });

  it('repeats nothing of what it cannot read', () => {
    expect(() => parseJson('--binds', '{"zjhm": 3799991985X}', String)).toThrow(/^[^0-9]*$/);
  });
});
