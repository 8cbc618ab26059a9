import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';

export const PACKET = { CONNECT: 1, ACCEPT: 2, REFUSE: 4, DATA: 6, MARKER: 12 } as const;
export const MARKER = { BREAK: 1, RESET: 2, INTERRUPT: 3 } as const;
/** Flags of a DATA packet: the client leaves; this packet is the last of a request. */
export const DATA_FLAG = { END_OF_FILE: 0x0040, END_OF_REQUEST: 0x0800 } as const;

export const MAX_PACKET_LENGTH = 2 * 1024 * 1024;
export const HEADER_LENGTH = 8;
/** Packet header and data flags. */
export const DATA_HEADER_LENGTH = 10;
const MARKER_LENGTH = 11;
/** Without the connect descriptor. */
const CONNECT_LENGTH = 74;

/**
 * Width of the length field at the front of every packet: two bytes until the connection is accepted, four from then on
 * (TNS 315 and later), in both directions.
 */
export type LengthWidth = 2 | 4;

/** A whole packet, header included, so that offsets are those of the protocol. */
export interface Packet {
  readonly type: number;
  readonly bytes: Buffer;
}

/** Cuts a byte stream into packets. */
export class PacketReader {
  /** Set to 4 once ACCEPT has been sent. */
  lengthWidth: LengthWidth = 2;
  #pending: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): void {
    this.#pending = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk;
  }

  /**
   * The next whole packet, if it has arrived.
   * @throws {ProtocolError} where the length is shorter than the fixed part of the packet or longer than 2 MiB, or the type
   * is none that clients send.
   */
  next(): Packet | undefined {
    if (this.#pending.length < HEADER_LENGTH) return undefined;
    const length = this.lengthWidth === 4 ? this.#pending.readUInt32BE(0) : this.#pending.readUInt16BE(0);
    const type = this.#pending.readUInt8(4);
    if (length < fixedLength(type) || length > MAX_PACKET_LENGTH) {
      throw new ProtocolError(`a packet of type ${type} cannot have ${length} bytes`);
    }
    if (this.#pending.length < length) return undefined;
    const bytes = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    return { type, bytes };
  }
}

/** Of the packets that a client sends here; there are no others. */
function fixedLength(type: number): number {
  switch (type) {
    case PACKET.CONNECT:
      return CONNECT_LENGTH;
    case PACKET.DATA:
      return DATA_HEADER_LENGTH;
    case PACKET.MARKER:
      return MARKER_LENGTH;
    default:
      throw new ProtocolError(`a packet of type ${type} is not expected from a client`);
  }
}

/** One packet around `payload`, which begins right after the 8 bytes of header. */
export function framePacket(type: number, payload: Uint8Array, lengthWidth: LengthWidth): Buffer {
  const packet = Buffer.alloc(HEADER_LENGTH + payload.length);
  if (lengthWidth === 4) packet.writeUInt32BE(packet.length, 0);
  else packet.writeUInt16BE(packet.length, 0);
  packet.writeUInt8(type, 4);
  packet.set(payload, HEADER_LENGTH);
  return packet;
}

/** A message as DATA packets of at most `sessionDataUnit` bytes each; it may be split at any byte. */
export function frameMessage(message: Buffer, sessionDataUnit: number): Buffer {
  const capacity = sessionDataUnit - DATA_HEADER_LENGTH;
  const noFlags = Buffer.alloc(DATA_HEADER_LENGTH - HEADER_LENGTH);
  const packets: Buffer[] = [];
  for (let start = 0; start < message.length; start += capacity) {
    packets.push(framePacket(PACKET.DATA, Buffer.concat([noFlags, message.subarray(start, start + capacity)]), 4));
  }
  return Buffer.concat(packets);
}

export function frameMarker(kind: number): Buffer {
  return framePacket(PACKET.MARKER, Buffer.from([1, 0, kind]), 4);
}
