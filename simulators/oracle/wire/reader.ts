import { IncompleteMessageError, ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

/** Length bytes with a meaning of their own. */
const NULL_LENGTH = 255;
const LONG_LENGTH = 254;

/**
 * Reads the primitive encodings of TTC, the protocol inside DATA packets, from front to back. It never reads past the end.
 * @throws {IncompleteMessageError} from every method, where the bytes end too early.
 */
export class MessageReader {
  readonly #bytes: Buffer;
  #position = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  /** The next byte, without consuming it. */
  peek(): number {
    const byte = this.#bytes[this.#position];
    if (byte === undefined) throw new IncompleteMessageError('the message ends where a byte is due');
    return byte;
  }

  uint8(): number {
    const byte = this.peek();
    this.#position += 1;
    return byte;
  }

  uint16(): number {
    return this.raw(2).readUInt16BE(0);
  }

  /** `length` bytes as they are: a view, valid as long as the packet is. */
  raw(length: number): Buffer {
    if (length > this.remaining)
      throw new IncompleteMessageError(`${length} bytes are due, ${this.remaining} are left`);
    this.#position += length;
    return this.#bytes.subarray(this.#position - length, this.#position);
  }

  skip(length: number): void {
    this.raw(length);
  }

  /** An integer of variable length: a size byte of 0 to 8 (0x80 in it: negative), then big-endian bytes. */
  integer(): number {
    const size = this.uint8();
    const length = size & 0x7f;
    if (length > 8) throw new ProtocolError(`an integer cannot have ${length} bytes`);
    let value = 0;
    for (const byte of this.raw(length)) value = value * 256 + byte;
    return size & 0x80 ? -value : value;
  }

  /** Skips `count` integers whose values do not matter here. */
  skipIntegers(count: number): void {
    for (let index = 0; index < count; index += 1) this.integer();
  }

  /** Bytes that carry their length: up to 252 after one length byte, or in chunks after 254; 0 and 255 stand for null. */
  bytes(): Buffer | null {
    const length = this.uint8();
    if (length === 0 || length === NULL_LENGTH) return null;
    if (length !== LONG_LENGTH) return this.raw(length);
    const chunks: Buffer[] = [];
    for (let size = this.integer(); size !== 0; size = this.integer()) {
      if (size < 0) throw new ProtocolError('a chunk cannot have a negative length');
      chunks.push(this.raw(size));
    }
    return Buffer.concat(chunks);
  }

  /** {@link bytes} as UTF-8; null is the empty string. */
  text(): string {
    return this.bytes()?.toString('utf8') ?? '';
  }

  /** Key, value and flags, `count` times. A NUL at the end of a key is not part of it. */
  pairs(count: number): Map<string, string> {
    const pairs = new Map<string, string>();
    for (let index = 0; index < count; index += 1) {
      const key = this.integer() > 0 ? this.text() : '';
      const value = this.integer() > 0 ? this.text() : '';
      this.integer();
      pairs.set(key.endsWith('\0') ? key.slice(0, -1) : key, value);
    }
    return pairs;
  }
}
