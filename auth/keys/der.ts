/** DER (X.690 §10), as much of it as a certificate needs: each function gives an encoded value. */

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const SET = 0x31;
const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;

export const sequence = (...items: readonly Buffer[]): Buffer => encode(SEQUENCE, ...items);
export const set = (...items: readonly Buffer[]): Buffer => encode(SET, ...items);
export const octetString = (content: Buffer): Buffer => encode(OCTET_STRING, content);
export const utf8String = (text: string): Buffer => encode(UTF8_STRING, Buffer.from(text));
export const isTrue = (): Buffer => encode(BOOLEAN, Buffer.of(0xff));

/** `unused` bits at the end of the last byte do not count. */
export const bitString = (content: Buffer, unused = 0): Buffer => encode(BIT_STRING, Buffer.of(unused), content);

/** `[number]` around a value (EXPLICIT). */
export const explicit = (number: number, value: Buffer): Buffer => encode(CONTEXT | CONSTRUCTED | number, value);

/** `[number]` in place of the tag of a primitive value (IMPLICIT). */
export const implicit = (number: number, content: Buffer): Buffer => encode(CONTEXT | number, content);

/** Not negative, from its bytes, the highest first. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first === -1 ? Buffer.of(0) : bytes.subarray(first);
  const sign = (significant[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.alloc(0);
  return encode(INTEGER, sign, significant);
}

/** From the dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [root = 0, branch = 0, ...arcs] = dotted.split('.').map(Number);
  return encode(OBJECT_IDENTIFIER, Buffer.from([root * 40 + branch, ...arcs.flatMap(base128)]));
}

/** UTCTime through 2049, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
export function time(at: Date): Buffer {
  const text = at.toISOString().replace(/[-:T]|\.\d+/g, '');
  return at.getUTCFullYear() < 2050
    ? encode(UTC_TIME, Buffer.from(text.slice(2)))
    : encode(GENERALIZED_TIME, Buffer.from(text));
}

function encode(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(0x80 | significant.length), significant]);
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 | (rest % 128));
  return digits;
}
