/**
 * GB 18030-2005, written as the inverse of Node's own decoder: every two-byte code, and the four-byte codes by their linear
 * pointer (in the BMP through the decoder, beyond it in the order of the code points).
 */
const decoder = new TextDecoder('gb18030', { fatal: true });
const SUPPLEMENTARY_POINTER = 189_000;
const BMP_POINTERS = 39_420;
const REPLACEMENT = '\u{FFFD}';

/** By code point of the BMP; 0 for none. */
let table: Uint32Array | undefined;

/** @throws RangeError for half of a surrogate pair. */
export function encodeGb18030(text: string): Buffer {
  table ??= invert();
  const bytes = Buffer.alloc(text.length * 4);
  let end = 0;
  for (const character of text) {
    const code = codeOf(character.codePointAt(0) ?? 0, table);
    if (code < 0x80) end = bytes.writeUInt8(code, end);
    else end = code <= 0xffff ? bytes.writeUInt16BE(code, end) : bytes.writeUInt32BE(code, end);
  }
  return bytes.subarray(0, end);
}

/** @throws TypeError for bytes that are not. */
export function decodeGb18030(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function codeOf(codePoint: number, codes: Uint32Array): number {
  if (codePoint < 0x80) return codePoint;
  if (codePoint >= 0x10000) return fourBytes(SUPPLEMENTARY_POINTER + codePoint - 0x10000);
  const code = codes[codePoint] ?? 0;
  if (code === 0) throw new RangeError('no character of GB 18030');
  return code;
}

function invert(): Uint32Array {
  const twoBytes = range(0x81, 0xfe).flatMap((lead) => range(0x40, 0xfe).map((trail) => (lead << 8) | trail));
  const codes = new Uint32Array(0x10000);
  // A character's shortest code counts: the longer ones come first and are overwritten.
  for (const all of [range(0, BMP_POINTERS - 1).map(fourBytes), twoBytes]) {
    for (const [index, character] of charactersOf(all).entries()) {
      if (character.length === 1 && character !== REPLACEMENT) codes[character.charCodeAt(0)] = all[index] ?? 0;
    }
  }
  codes[REPLACEMENT.charCodeAt(0)] = 0x8431a437;
  return codes;
}

/** What each code is; of one that is no character it is anything but one. All are decoded at once, on lines of their own. */
function charactersOf(codes: readonly number[]): string[] {
  const bytes = codes.flatMap((code) => [
    ...(code > 0xffff ? [code >>> 24, (code >> 16) & 0xff] : []),
    (code >> 8) & 0xff,
    code & 0xff,
    0x0a,
  ]);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).split('\n');
}

function fourBytes(pointer: number): number {
  const bytes = [
    0x81 + Math.trunc(pointer / 12_600),
    0x30 + (Math.trunc(pointer / 1260) % 10),
    0x81 + (Math.trunc(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
