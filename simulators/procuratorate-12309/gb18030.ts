/**
 * GB 18030-2005, written as the inverse of Node's own decoder: every two-byte code, and the four-byte codes by their linear
 * pointer (in the BMP through the decoder, beyond it in the order of the code points).
 */
const decoder = new TextDecoder('gb18030', { fatal: true });
const SUPPLEMENTARY_POINTER = 189_000;
const BMP_POINTERS = 39_420;

let table: ReadonlyMap<number, Uint8Array> | undefined;

/** @throws RangeError for half of a surrogate pair. */
export function encodeGb18030(text: string): Buffer {
  table ??= invert();
  const codes = table;
  return Buffer.concat([...text].map((character) => encode(character.codePointAt(0) ?? 0, codes)));
}

/** @throws TypeError for bytes that are not. */
export function decodeGb18030(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function encode(codePoint: number, codes: ReadonlyMap<number, Uint8Array>): Uint8Array {
  if (codePoint < 0x80) return Uint8Array.of(codePoint);
  if (codePoint >= 0x10000) return fourBytes(SUPPLEMENTARY_POINTER + codePoint - 0x10000);
  const bytes = codes.get(codePoint);
  if (bytes === undefined) throw new RangeError('no character of GB 18030');
  return bytes;
}

function invert(): ReadonlyMap<number, Uint8Array> {
  const codes = new Map<number, Uint8Array>();
  const add = (bytes: Uint8Array) => {
    const character = tryDecode(bytes);
    if (character !== null && !codes.has(character)) codes.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add(Uint8Array.of(lead, trail));
  }
  for (let pointer = 0; pointer < BMP_POINTERS; pointer += 1) add(fourBytes(pointer));
  return codes;
}

function fourBytes(pointer: number): Uint8Array {
  return Uint8Array.of(
    0x81 + Math.trunc(pointer / 12_600),
    0x30 + (Math.trunc(pointer / 1260) % 10),
    0x81 + (Math.trunc(pointer / 10) % 126),
    0x30 + (pointer % 10),
  );
}

/** The one BMP character in these bytes. */
function tryDecode(bytes: Uint8Array): number | null {
  try {
    const text = decoder.decode(bytes);
    return text.length === 1 ? text.charCodeAt(0) : null;
  } catch {
    return null;
  }
}
