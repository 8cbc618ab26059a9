import { describe, expect, it } from '@jest/globals';
import {
  frameMarker,
  frameMessage,
  framePacket,
  type LengthWidth,
  PACKET,
  PacketReader,
} from '#simulators/oracle/wire/packet.ts';

function reader(lengthWidth: LengthWidth, ...chunks: Buffer[]) {
  const packets = new PacketReader();
  packets.lengthWidth = lengthWidth;
  for (const chunk of chunks) packets.push(chunk);
  return packets;
}

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

describe('framing', () => {
  it('writes the length in two bytes before ACCEPT and in four after it', () => {
    expect(framePacket(PACKET.REFUSE, bytes('aabb'), 2)).toEqual(bytes('000a 0000 04 00 0000 aabb'));
    expect(framePacket(PACKET.DATA, bytes('0000 aabb'), 4)).toEqual(bytes('0000000c 06 00 0000 0000 aabb'));
    expect(frameMarker(2)).toEqual(bytes('0000000b 0c 00 0000 01 00 02'));
  });

  it('splits a message at the size of a packet', () => {
    const framed = frameMessage(Buffer.alloc(1200, 7), 512);
    expect(framed).toHaveLength(1200 + 3 * 10);
    expect([framed.readUInt32BE(0), framed.readUInt32BE(512), framed.readUInt32BE(1024)]).toEqual([512, 512, 206]);
  });
});

describe('reading packets', () => {
  const first = bytes('0000000c 06 00 0000 0800 aabb');
  const second = bytes('0000000b 0c 00 0000 01 00 03');

  it('finds them wherever the stream is cut', () => {
    const stream = Buffer.concat([first, second]);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const packets = reader(4, stream.subarray(0, cut), stream.subarray(cut));
      expect([packets.next(), packets.next(), packets.next()]).toEqual([
        { type: PACKET.DATA, bytes: first },
        { type: PACKET.MARKER, bytes: second },
        undefined,
      ]);
    }
  });

  it('waits for the rest', () => {
    const packets = reader(4, first.subarray(0, 11));
    expect(packets.next()).toBeUndefined();
    packets.push(first.subarray(11));
    expect(packets.next()?.bytes).toEqual(first);
  });

  it.each([
    ['shorter than a header', 4, '00000007 06 00 0000'],
    ['of zero', 4, '00000000 06 00 0000'],
    ['shorter than DATA flags', 4, '00000009 06 00 0000'],
    ['shorter than a marker', 4, '0000000a 0c 00 0000'],
    ['longer than 2 MiB', 4, '00200001 06 00 0000'],
    ['near 4 GiB', 4, 'ffffffff 06 00 0000'],
    ['shorter than a CONNECT', 2, '0049 0000 01 00 0000'],
  ] as const)('refuses a length %s, before it comes', (_, width, header) => {
    expect(() => reader(width, bytes(header)).next()).toThrow('cannot have');
  });

  it('refuses types that clients do not send', () => {
    expect(() => reader(2, bytes('0050 0000 02 00 0000')).next()).toThrow('not expected from a client');
  });
});
