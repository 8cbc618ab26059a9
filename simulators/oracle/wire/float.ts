import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

/**
 * BINARY_FLOAT (4 bytes) and BINARY_DOUBLE (8): big-endian IEEE 754, the sign bit set for positives and all bits inverted
 * for negatives, so that bytes sort as numbers do.
 */
export function encodeFloat(value: number, width: 4 | 8): Buffer {
  const bytes = Buffer.alloc(width);
  if (width === 8) bytes.writeDoubleBE(value);
  else bytes.writeFloatBE(value);
  const isNegative = (bytes.readUInt8(0) & 0x80) !== 0;
  return isNegative ? invert(bytes) : withSignBit(bytes, 0x80);
}

/** @throws {ProtocolError} where there are not 4 or 8 bytes. */
export function decodeFloat(bytes: Buffer): number {
  if (bytes.length !== 4 && bytes.length !== 8) throw new ProtocolError(`a float cannot have ${bytes.length} bytes`);
  const isPositive = (bytes.readUInt8(0) & 0x80) !== 0;
  const ieee = isPositive ? withSignBit(bytes, 0) : invert(bytes);
  return bytes.length === 8 ? ieee.readDoubleBE() : ieee.readFloatBE();
}

function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}

function withSignBit(bytes: Buffer, bit: 0 | 0x80): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy.readUInt8(0) & 0x7f) | bit, 0);
  return copy;
}
