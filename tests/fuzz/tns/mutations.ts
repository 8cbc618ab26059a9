import { BYTES, type Chance, type Mutation } from '#tests/fuzz/mutate.ts';

/** Packet header: length (4 bytes once the connection is accepted), checksum, type, flags, checksum. */
const HEADER = 8;
const TYPE = 4;
const DATA_FLAGS = 8;
const BODY = 10;

/** What comes out of the proxy in place of one packet. */
export interface Wire {
  readonly bytes: Buffer;
  /** The connection is cut behind it. */
  readonly isCut: boolean;
}

/** Sizes that no honest reply has, as the length fields of TNS and TTC would hold them. */
const LENGTHS = [0, 1, 7, 8, 9, 11, 0x7f, 0xff, 0x7fff, 0xffff, 0x1fffff, 0x200000, 0x7fffffff, 0xffffffff];
/** Runs that TTC takes for lengths, counts and NULLs. */
const HUGE = [
  Buffer.from('feffffffffffffffff', 'hex'),
  Buffer.from('047fffffff', 'hex'),
  Buffer.from('04ffffffff', 'hex'),
  Buffer.from('fe047fffffff', 'hex'),
  Buffer.from('08ffffffffffffffff', 'hex'),
  Buffer.from('00'.repeat(16), 'hex'),
];

const bytesOf =
  (change: Mutation<Buffer>): Mutation<Wire> =>
  (wire, chance) =>
    wire.bytes.length === 0 ? wire : { ...wire, bytes: change(wire.bytes, chance) };

/** Changes what is in a packet and keeps its frame whole, so that the parser behind the frames meets it. */
const bodyOf = (change: Mutation<Buffer>): Mutation<Wire> =>
  bytesOf((packet, chance) => {
    if (packet.length <= BODY) return packet;
    const changed = Buffer.concat([packet.subarray(0, BODY), change(packet.subarray(BODY), chance)]);
    writeLength(changed, changed.length, isShort(packet));
    return changed;
  });

/** Bytes of messages and of frames, wrong types and lengths, packets cut, dropped, doubled, moved and made up. */
export const REPLIES: readonly Mutation<Wire>[] = [
  ...BYTES.map(bodyOf),
  ...BYTES.map(bodyOf),
  ...BYTES.map(bytesOf),
  bodyOf((body, chance) => spliced(body, chance, chance.pick(HUGE))),
  bodyOf((body, chance) => Buffer.from(body).fill(chance.below(256), chance.below(body.length))),
  bodyOf((body) => Buffer.concat([body, body])),
  bodyOf((body, chance) => Buffer.concat([Buffer.from([chance.below(40)]), body.subarray(1)])),
  bytesOf((packet, chance) => written(packet, (copy) => writeLength(copy, chance.pick(LENGTHS), isShort(packet)))),
  bytesOf((packet, chance) => written(packet, (copy) => copy.length > TYPE && copy.writeUInt8(chance.below(20), TYPE))),
  bytesOf((packet, chance) =>
    written(packet, (copy) => copy.length > BODY && copy.writeUInt16BE(1 << chance.below(16), DATA_FLAGS)),
  ),
  (wire) => ({ ...wire, bytes: Buffer.alloc(0) }),
  bytesOf((packet) => Buffer.concat([packet, packet])),
  bytesOf((packet, chance) => Buffer.concat([marker(1 + chance.below(3)), packet])),
  bytesOf((packet, chance) => Buffer.concat([packet, marker(1 + chance.below(3))])),
  (wire) => ({ ...wire, isCut: true }),
  (wire, chance) => ({ bytes: wire.bytes.subarray(0, chance.below(wire.bytes.length + 1)), isCut: true }),
  bytesOf((packet, chance) => inSmallPackets(packet, 1 + chance.below(20))),
];

/** Before the connection is accepted, and of the packet that accepts it, the length has two bytes. */
function isShort(packet: Buffer): boolean {
  return packet.length >= 4 && packet.readUInt16BE(0) === packet.length;
}

function writeLength(packet: Buffer, length: number, short: boolean): void {
  if (packet.length < HEADER) return;
  if (short) packet.writeUInt16BE(length & 0xffff, 0);
  else packet.writeUInt32BE(length, 0);
}

function written(packet: Buffer, write: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(packet);
  write(copy);
  return copy;
}

function spliced(body: Buffer, chance: Chance, part: Buffer): Buffer {
  const place = chance.below(body.length);
  const skipped = chance.pick([0, 1, part.length]);
  return Buffer.concat([body.subarray(0, place), part, body.subarray(place + skipped)]);
}

function marker(kind: number): Buffer {
  return Buffer.from([0, 0, 0, 11, 12, 0, 0, 0, 1, 0, kind]);
}

/** Which any listener may do: the answer stays right. */
function inSmallPackets(packet: Buffer, size: number): Buffer {
  if (packet.length <= BODY || isShort(packet) || packet.readUInt8(TYPE) !== 6) return packet;
  const parts: Buffer[] = [];
  for (let start = BODY; start < packet.length; start += size) {
    const part = Buffer.concat([packet.subarray(0, BODY), packet.subarray(start, start + size)]);
    writeLength(part, part.length, false);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
