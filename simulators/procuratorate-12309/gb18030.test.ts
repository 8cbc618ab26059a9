import { expect, it } from '@jest/globals';
import { decodeGb18030, encodeGb18030 } from '#simulators/procuratorate-12309/gb18030.ts';

it.each([
  ['A', '41'],
  ['法院', 'b7a8d4ba'],
  ['㛃拟𠮷', '8230b731c4e29534b235'],
  ['€', 'a2e3'],
])('%s is %s', (text, bytes) => {
  expect(encodeGb18030(text).toString('hex')).toBe(bytes);
  expect(decodeGb18030(Buffer.from(bytes, 'hex'))).toBe(text);
});

it('every ideograph reads as itself again', () => {
  for (const [first, last] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0x20000, 0x2a6df],
  ] as const) {
    const text = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
    expect(decodeGb18030(encodeGb18030(text))).toBe(text);
  }
});

it('has no half characters, in either direction', () => {
  expect(() => encodeGb18030('a\ud842')).toThrow(RangeError);
  expect(() => decodeGb18030(Uint8Array.of(0x82, 0x30, 0xb7))).toThrow('not valid for encoding gb18030');
});
