import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeNumber, encodeNumber } from '#simulators/oracle/wire/number.ts';

const hex = (text: string) => encodeNumber(text).toString('hex');

describe('encoding a NUMBER', () => {
  it.each([
    ['0', '80'],
    ['-0.00', '80'],
    ['1', 'c102'],
    ['10', 'c10b'],
    ['100', 'c202'],
    ['123', 'c20218'],
    ['123.45', 'c202182e'],
    ['0.1', 'c00b'],
    ['0.01', 'c002'],
    ['.001', 'bf0b'],
    ['1e10', 'c602'],
    ['-1', '3e6466'],
    ['-123.45', '3d644e3866'],
    ['-0.5', '3f3366'],
    ['+0012.300', 'c10d1f'],
    ['12345678901234567890123456789012345678', `d3${'0d23394f5b'.repeat(3)}0d23394f`],
  ])('writes %s as %s', (text, bytes) => expect(hex(text)).toBe(bytes));

  it('keeps twenty pairs and rounds the rest', () => {
    expect(hex('1'.repeat(50))).toBe(`d9${'0c'.repeat(20)}`);
    expect(hex('9'.repeat(50))).toBe('da02');
    expect(hex(`-${'9'.repeat(40)}`)).toBe(`2b${'02'.repeat(20)}`);
  });

  it('ends a negative with 102 only where there are fewer than twenty pairs', () => {
    expect(encodeNumber(`-${'9'.repeat(38)}`).at(-1)).toBe(102);
    expect(encodeNumber(`-${'9'.repeat(40)}`)).toHaveLength(21);
  });

  it('has no place for 1e126, and takes what is below its smallest for zero', () => {
    expect(() => encodeNumber('1e126')).toThrow('ORA-01426');
    expect(hex('9e125')).toBe('ff5b');
    expect(hex('1e-140')).toBe('80');
  });

  it.each(['', ' ', 'abc', '1.2.3', '--1', '1e', '.', 'NaN', '0x10', '１２'])('refuses %j', (text) => {
    expect(() => encodeNumber(text)).toThrow('ORA-01722: invalid number');
  });
});

describe('decoding a NUMBER', () => {
  it.each([
    ['80', '0'],
    ['c102', '1'],
    ['c202', '100'],
    ['c202182e', '123.45'],
    ['bf0b', '0.001'],
    ['3d644e3866', '-123.45'],
    ['ff65', '1e126'],
    ['00', '-1e126'],
  ])('reads %s as %s', (bytes, text) => expect(decodeNumber(Buffer.from(bytes, 'hex'))).toBe(text));

  it.each(['', 'c100', 'c1ff', '3eff', `c1${'02'.repeat(30)}`])('refuses %j', (bytes) => {
    expect(() => decodeNumber(Buffer.from(bytes, 'hex'))).toThrow('NUMBER');
  });

  it('is the inverse of encoding, for all numbers of 38 digits', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]{0,37}$/);
    fc.assert(
      fc.property(digits, fc.nat(60), fc.boolean(), (text, scale, isNegative) => {
        const padded = text.padStart(scale + 1, '0');
        const point = padded.length - scale;
        const fraction = padded.slice(point).replace(/0+$/, '');
        const number = `${isNegative ? '-' : ''}${padded.slice(0, point)}${fraction ? `.${fraction}` : ''}`;
        expect(decodeNumber(encodeNumber(number))).toBe(number);
      }),
    );
  });
});
