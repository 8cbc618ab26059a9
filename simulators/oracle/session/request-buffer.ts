import { DATA_FLAG, DATA_HEADER_LENGTH, type Packet } from '#simulators/oracle/wire/packet.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

const MAX_REQUEST_LENGTH = 64 * 1024 * 1024;

/**
 * Collects the DATA packets of a request, which carries no length. Its last packet is flagged; clients that never flag one
 * are read by attempts, after each packet.
 */
export class RequestBuffer {
  #parts: Buffer[] = [];
  #length = 0;
  #clientMarksEnds = false;

  /**
   * @returns `whole` at the marked end of a request, `unknown` where it may have ended, `partial` where it has not
   * @throws {ProtocolError} beyond 64 MiB
   */
  add({ bytes }: Packet): 'whole' | 'unknown' | 'partial' {
    const part = bytes.subarray(DATA_HEADER_LENGTH);
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > MAX_REQUEST_LENGTH) throw new ProtocolError('a request cannot be that long');
    const isMarkedEnd = (bytes.readUInt16BE(8) & DATA_FLAG.END_OF_REQUEST) !== 0;
    this.#clientMarksEnds ||= isMarkedEnd;
    if (this.#length === 0) return 'partial';
    if (isMarkedEnd) return 'whole';
    return this.#clientMarksEnds ? 'partial' : 'unknown';
  }

  /** What has come so far. */
  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  clear(): void {
    this.#parts = [];
    this.#length = 0;
  }
}
