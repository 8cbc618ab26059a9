import { describe, expect, it } from '@jest/globals';
import { RequestBuffer } from '#simulators/oracle/session/request-buffer.ts';
import { DATA_FLAG, frameMessage, PACKET, type Packet } from '#simulators/oracle/wire/packet.ts';

function data(payload: string, flags = 0): Packet {
  const bytes = frameMessage(Buffer.from(payload), 8192);
  bytes.writeUInt16BE(flags, 8);
  return { type: PACKET.DATA, bytes };
}

describe('collecting a request', () => {
  it('waits for the marked end, once the client has marked one', () => {
    const request = new RequestBuffer();
    expect(request.add(data('one', DATA_FLAG.END_OF_REQUEST))).toBe('whole');
    request.clear();
    expect([request.add(data('t')), request.add(data('w')), request.add(data('o', DATA_FLAG.END_OF_REQUEST))]).toEqual([
      'partial',
      'partial',
      'whole',
    ]);
    expect(request.bytes().toString()).toBe('two');
  });

  it('may have the whole after every packet of a client that marks none', () => {
    const request = new RequestBuffer();
    expect([request.add(data('a')), request.add(data('b'))]).toEqual(['unknown', 'unknown']);
  });

  it('refuses a request without end', () => {
    const request = new RequestBuffer();
    const packet: Packet = { type: PACKET.DATA, bytes: Buffer.alloc(2 * 1024 * 1024) };
    for (let count = 0; count < 32; count += 1) request.add(packet);
    expect(() => request.add(packet)).toThrow('cannot be that long');
  });
});
