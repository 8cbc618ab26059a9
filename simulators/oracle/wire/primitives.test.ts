import { describe, expect, it } from '@jest/globals';
import { decodeFloat, encodeFloat } from '#simulators/oracle/wire/float.ts';
import { IncompleteMessageError } from '#simulators/oracle/wire/protocol-error.ts';
import { MessageReader } from '#simulators/oracle/wire/reader.ts';
import { MessageWriter } from '#simulators/oracle/wire/writer.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const read = (hex: string) => new MessageReader(bytes(hex));

describe('integers', () => {
  it.each([
    [0, '00'],
    [1, '01 01'],
    [255, '01 ff'],
    [256, '02 0100'],
    [65_536, '04 00010000'],
    [2 ** 32, '08 0000000100000000'],
    [-1, '81 01'],
    [-300, '82 012c'],
  ])('%d is %s', (value, hex) => {
    expect(new MessageWriter().integer(value).finish()).toEqual(bytes(hex));
    expect(read(hex).integer()).toBe(value);
  });

  it('are read at any size up to 8', () => {
    expect(read('03 010000').integer()).toBe(65_536);
    expect(() => read('09 000000000000000001').integer()).toThrow('9 bytes');
  });
});

describe('bytes with their length', () => {
  it.each([1, 252, 253, 255, 32_767, 32_768, 100_000])('come back whole at %d', (length) => {
    const value = Buffer.alloc(length, 'x');
    const written = new MessageWriter().bytes(value).finish();
    expect(written[0]).toBe(length <= 252 ? length : 254);
    expect(new MessageReader(written).bytes()).toEqual(value);
  });

  it('know null in two forms, and the chunks that others cut', () => {
    expect([read('00').bytes(), read('ff').bytes()]).toEqual([null, null]);
    expect(read('fe 01 02 6162 02 0001 63 00').text()).toBe('abc');
    expect(() => read('fe 81 01').bytes()).toThrow('negative');
  });

  it('carry pairs, with and without value', () => {
    const written = new MessageWriter().pair('KEY', '值', 1).pair('EMPTY', '').finish();
    expect(new MessageReader(written).pairs(2)).toEqual(
      new Map([
        ['KEY', '值'],
        ['EMPTY', ''],
      ]),
    );
  });
});

describe('a message that ends too early', () => {
  it.each([
    ['byte', (reader: MessageReader) => reader.uint8(), ''],
    ['number', (reader: MessageReader) => reader.integer(), '04 0001'],
    ['text', (reader: MessageReader) => reader.text(), '05 6162'],
    ['chunk', (reader: MessageReader) => reader.bytes(), 'fe 01 05 6162'],
    ['end of the chunks', (reader: MessageReader) => reader.bytes(), 'fe 01 02 6162'],
    ['length near 4 GiB', (reader: MessageReader) => reader.bytes(), 'fe 04 ffffffff 61'],
    ['list of a billion', (reader: MessageReader) => reader.pairs(1e9), '01 01 4b 00 00'],
  ])('in a %s says so', (_, readIt, hex) => expect(() => readIt(read(hex))).toThrow(IncompleteMessageError));
});

describe('floats', () => {
  it.each([
    [0, '8000000000000000'],
    [1, 'bff0000000000000'],
    [-1, '400fffffffffffff'],
    [-2.5, '3ffbffffffffffff'],
  ])('%d is %s', (value, hex) => {
    expect(encodeFloat(value, 8).toString('hex')).toBe(hex);
    expect(decodeFloat(bytes(hex))).toBe(value);
  });

  it('sort as their bytes do', () => {
    const numbers = [-Infinity, -1e300, -1, -1e-300, 0, 1e-300, 1, 1e300, Infinity];
    const sorted = numbers.map((number) => encodeFloat(number, 8)).sort(Buffer.compare);
    expect(sorted.map(decodeFloat)).toEqual(numbers);
  });
});
