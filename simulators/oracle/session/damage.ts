import { randomBytes } from 'node:crypto';
import { frameMessage } from '#simulators/oracle/wire/packet.ts';

/** Ways to damage the reply to an execute or a fetch, on the wire. */
export const WIRE_DAMAGES = ['ORA-03113', 'truncated-packet', 'random-bytes'] as const;
export type WireDamage = (typeof WIRE_DAMAGES)[number];

export interface DamagedReply {
  readonly bytes: Buffer;
  /** What becomes of the connection afterwards. */
  readonly ending: 'cut' | 'keep';
}

/**
 * - `ORA-03113`: whole packets with the first half of the reply, then the connection is cut: the server died in mid-fetch.
 * - `truncated-packet`: the connection is cut inside a packet that announced more.
 * - `random-bytes`: noise where a packet is due; its length field is larger than any packet can be.
 */
export function damageReply(damage: WireDamage, message: Buffer, sessionDataUnit: number): DamagedReply {
  switch (damage) {
    case 'ORA-03113':
      return { bytes: frameMessage(message.subarray(0, message.length / 2), sessionDataUnit), ending: 'cut' };
    case 'truncated-packet': {
      const packets = frameMessage(message, sessionDataUnit);
      return { bytes: packets.subarray(0, packets.length - message.length / 2), ending: 'cut' };
    }
    case 'random-bytes': {
      const noise = randomBytes(64);
      noise.writeUInt8(noise.readUInt8(0) | 0x80, 0);
      return { bytes: noise, ending: 'keep' };
    }
  }
}
