import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ShippedBatch } from '#auth/audit/auditor-client.ts';
import { type Checkpoint, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { type ShipLogger, type ShipOptions, type ShippedLog, type Shipping, shipAudit } from '#auth/audit/ship.ts';

/** A log of so many lines, as far as shipping is concerned; `append` adds one. */
function logOf(count: number): ShippedLog & { append(line?: string): void } {
  const lines = Array.from({ length: count }, (_, index) => `line ${index}`);
  const listeners = new Set<() => void>();
  return {
    name: 'court',
    get size() {
      return lines.length;
    },
    lines: (from, max) => lines.slice(from, from + max),
    checkpoint: (): Checkpoint => ({
      log: 'court',
      size: lines.length,
      root: Buffer.alloc(32, lines.length).toString('base64'),
      at: '2025-06-16T02:00:00.000Z',
      key: 'audit-court',
      algorithm: 'Ed25519',
      signature: Buffer.alloc(64).toString('base64'),
    }),
    consistencyProof: (from, to) => [Buffer.from(`${from}-${to}`)],
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    append(line = `line ${lines.length}`) {
      lines.push(line);
      for (const listener of listeners) listener();
    },
  };
}

type Answer = { readonly status: number; readonly body: unknown };
/** What the store answers next, in place of taking what it is sent; `null` breaks the connection. */
let instead: (Answer | null)[];
let held: string[];
let batches: { after: number; count: number }[];
let asked: string[];
let server: Server;
let logger: ShipLogger;
let told: string[];
let shipping: Shipping | null;

beforeEach(async () => {
  [instead, held, batches, asked, told, shipping] = [[], [], [], [], [], null];
  const tell = (level: string) => (_fields: object, message: string) => void told.push(`${level}: ${message}`);
  logger = { info: tell('info'), warn: tell('warn'), error: tell('error') };
  server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const chunks: Buffer[] = await request.toArray();
    const answer = instead.length > 0 ? instead.shift() : take(Buffer.concat(chunks).toString('utf8'));
    if (!answer) return request.socket.destroy();
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  await shipping?.close();
  server.close();
  server.closeAllConnections();
});

/** The store's own rules are tested with the store. */
function take(text: string): Answer {
  const { after, records, checkpoint, consistency } = JSON.parse(text) as ShippedBatch;
  const size = parseCheckpoint(checkpoint)?.size;
  if (records.length > 0) expect(atob(String(consistency))).toBe(`${after + records.length}-${size}`);
  if (after > held.length) return { status: 409, body: { reason: 'gap', size: held.length } };
  batches.push({ after, count: records.length });
  held.push(...records.slice(held.length - after));
  return { status: 200, body: { size: held.length } };
}

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
function ship(log: ShippedLog, { at = url(), ...options }: Partial<ShipOptions> & { at?: string } = {}): void {
  shipping = shipAudit(log, { url: at, logger, delayMs: 1, maxBackoffMs: 5, ...options });
}
/** Resolves once it is so. */
async function comes(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}
const wholeLog = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

describe('a log is shipped', () => {
  it('from where the store is, batch by batch, and on as it grows', async () => {
    const log = logOf(7);
    held.push('line 0', 'line 1');
    ship(log, { maxRecords: 2 });
    await comes(() => held.length === 7);
    log.append();
    await comes(() => held.length === 8);
    expect(held).toEqual(wholeLog(8));
    expect(batches.map(({ count }) => count)).toEqual([2, 2, 1, 1]);
    expect([...new Set(asked)]).toEqual(['POST /audit/court']);
    expect(told).toEqual([]);
  });

  it('under one checkpoint what is there when it is sent, and the rest later: no signature for every record', async () => {
    const log = logOf(3);
    let signed = 0;
    const { checkpoint } = log;
    log.checkpoint = () => {
      signed += 1;
      return checkpoint();
    };
    const { lines } = log;
    // Whenever something is sent, something is appended.
    log.lines = (from, max) => {
      const read = lines(from, max);
      if (log.size < 6) log.append();
      return read;
    };
    ship(log, { maxRecords: 1, delayMs: 20 });
    await comes(() => held.length === 6);
    expect([batches.length, signed]).toEqual([6, 2]);
  });

  it('in requests of bounded size, but for a record that alone is larger', async () => {
    const log = logOf(0);
    for (const size of [40, 40, 40, 500, 10]) log.append('x'.repeat(size));
    ship(log, { maxBytes: 100 });
    await comes(() => held.length === 5);
    expect(batches.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  });

  it('to its last record when it stops', async () => {
    const log = logOf(1);
    ship(log, { delayMs: 60_000 });
    await comes(() => held.length === 1);
    log.append();
    await shipping?.close();
    expect(held).toEqual(wholeLog(2));
  });
});

describe('while the store is away', () => {
  it.each<[string, (Answer | null)[]]>([
    ['breaks off', [null, null, null]],
    ['is out of order', [500, 502, 503].map((status) => ({ status, body: {} }))],
    [
      'says nothing that can be read',
      [
        { status: 200, body: null },
        { status: 200, body: { size: '3' } },
      ],
    ],
    ['claims to have more than there is', [99, 99].map((size) => ({ status: 200, body: { size } }))],
    ['lacks what it is not asked to have', [99, 99].map((size) => ({ status: 409, body: { reason: 'gap', size } }))],
    ['does not know the key', [403, 403].map((status) => ({ status, body: { reason: 'signature' } }))],
  ])('nothing is lost and it is warned of once: it %s', async (_what, answers) => {
    instead = [...answers];
    const log = logOf(3);
    ship(log);
    log.append();
    await comes(() => held.length === 4);
    log.append();
    await comes(() => held.length === 5 && told.length > 1);
    expect(held).toEqual(wholeLog(5));
    expect(told).toEqual([
      'warn: audit records are not shipped for now: they stay in the files and follow later',
      'info: audit records are shipped again',
    ]);
  });

  it('for a moment only, nobody is told', async () => {
    instead = [null];
    ship(logOf(3));
    await comes(() => held.length === 3);
    expect(told).toEqual([]);
  });

  it('a stop does not wait for it', async () => {
    const gone = url();
    server.close();
    server.closeAllConnections();
    ship(logOf(3), { at: gone });
    await shipping?.close();
    expect(held).toEqual([]);
  });

  it('goes on where the store is, when that has lost some', async () => {
    const log = logOf(3);
    ship(log);
    await comes(() => held.length === 3);
    held.length = 1;
    log.append();
    await comes(() => held.length === 4);
    expect([held, told]).toEqual([wholeLog(4), []]);
  });
});

it('a store that contradicts the log is an error in the log of the process, once, and is asked again', async () => {
  const forked = { status: 409, body: { reason: 'forked', size: 2 } };
  instead = [forked, forked, forked];
  ship(logOf(3));
  await comes(() => held.length === 3 && told.length > 1);
  expect(told).toEqual([
    'error: the auditor’s store contradicts this audit log',
    'info: audit records are shipped again',
  ]);
});
