/** Up to this many bytes go behind a single length byte; more go in chunks. */
const SHORT_LENGTH_MAX = 252;
const LONG_LENGTH = 254;
const CHUNK_SIZE = 32_767;

/** Writes the primitive encodings of TTC; the counterpart of `MessageReader`. Every method returns the writer. */
export class MessageWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  uint8(value: number): this {
    this.#reserve(1);
    this.#length = this.#bytes.writeUInt8(value & 0xff, this.#length);
    return this;
  }

  uint16(value: number): this {
    this.#reserve(2);
    this.#length = this.#bytes.writeUInt16BE(value, this.#length);
    return this;
  }

  uint16LittleEndian(value: number): this {
    this.#reserve(2);
    this.#length = this.#bytes.writeUInt16LE(value, this.#length);
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  zeros(count: number): this {
    return this.raw(Buffer.alloc(count));
  }

  /** An integer of variable length: size byte (0x80 in it: negative), then 0, 1, 2, 4 or 8 big-endian bytes. */
  integer(value: number): this {
    const magnitude = Math.abs(value);
    const size =
      magnitude === 0 ? 0 : magnitude <= 0xff ? 1 : magnitude <= 0xffff ? 2 : magnitude <= 0xffffffff ? 4 : 8;
    const wide = Buffer.alloc(8);
    wide.writeBigUInt64BE(BigInt(magnitude));
    return this.uint8(value < 0 ? size | 0x80 : size).raw(wide.subarray(8 - size));
  }

  integers(...values: number[]): this {
    for (const value of values) this.integer(value);
    return this;
  }

  /** Bytes with their length in front; null and no bytes at all are the same single zero. */
  bytes(value: Uint8Array | string | null): this {
    const bytes = typeof value === 'string' ? Buffer.from(value) : (value ?? Buffer.alloc(0));
    if (bytes.length <= SHORT_LENGTH_MAX) return this.uint8(bytes.length).raw(bytes);
    this.uint8(LONG_LENGTH);
    for (let start = 0; start < bytes.length; start += CHUNK_SIZE) {
      const chunk = bytes.subarray(start, start + CHUNK_SIZE);
      this.integer(chunk.length).raw(chunk);
    }
    return this.integer(0);
  }

  /** A name or value: its byte length as an integer, then, unless that is zero, {@link bytes}. */
  sizedText(value: string): this {
    const bytes = Buffer.from(value);
    this.integer(bytes.length);
    return bytes.length > 0 ? this.bytes(bytes) : this;
  }

  pair(key: string, value: string, flags = 0): this {
    return this.sizedText(key).sizedText(value).integer(flags);
  }

  /** What has been written so far; write no more afterwards. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, needed));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
