import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type oracledb from 'oracledb';
import { readLob } from '#adapters/oracle/lobs.ts';
import type { Meter } from '#adapters/oracle/meter.ts';

/** A LOB of the driver's in memory; it counts how often it was let go of. */
function lobOf(content: string | Buffer, length = content.length) {
  const lob = Object.assign(new EventEmitter(), {
    length,
    freed: 0,
    getData: async (offset: number, amount: number) => content.slice(offset - 1, offset - 1 + amount),
    destroy: () => {
      lob.freed += 1;
      lob.emit('error', new Error('NJS-003: the connection has gone meanwhile'));
    },
  });
  return lob;
}
const METER = { signal: new AbortController().signal } as Meter;
const read = (lob: ReturnType<typeof lobOf>, longest?: number, meter = METER) =>
  readLob(lob as unknown as oracledb.Lob, meter, longest);

describe('a LOB', () => {
  it.each(['长'.repeat(100_000), '', Buffer.alloc(70_000, 1)])('is read whole, and let go of: %#', async (content) => {
    const lob = lobOf(content);
    expect(Buffer.from(await read(lob)).equals(Buffer.from(content))).toBe(true);
    expect(lob.freed).toBe(1);
  });

  it.each([
    ['that is too long', lobOf('abc'), 2, METER, 'a LOB is longer than 2'],
    ['that is shorter than it says', lobOf('abc', 4), 9, METER, 'a LOB ends before its length'],
    ['that nobody waits for', lobOf('abc'), 9, { signal: AbortSignal.abort(new Error('gone')) } as Meter, 'gone'],
  ])('%s is let go of too: a temporary one fills the database', async (_what, lob, longest, meter, message) => {
    await expect(read(lob, longest, meter)).rejects.toThrow(message);
    expect(lob.freed).toBe(1);
  });
});
