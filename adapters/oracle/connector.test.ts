import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';

const call = { requestId: 'test-1', caller: 'caller', rights: 'rights' };
const LIMITS = { connectTimeoutMs: 20_000, callTimeoutMs: 20_000, retries: 0 };
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

/** A listener on which something answers each client's first packet, and what became of its connections. */
async function listen(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const ended: Promise<unknown>[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    ended.push(once(socket, 'close'));
    socket.once('data', () => answer(socket));
    socket.resume();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  cleanUp.push(close);
  return { connectString: `127.0.0.1:${port}/TEST`, ended, close };
}

function connectorTo(connectString: string, options: Partial<OracleConnectorOptions> = {}) {
  const logged: object[] = [];
  const connector = createOracleConnector({
    connectString,
    user: 'reader',
    password: 'never-in-a-log',
    limits: LIMITS,
    department: 'JUSTICE',
    system: 'legal-aid',
    logger: { debug: () => {}, warn: (fields, message) => logged.push({ ...fields, message }) },
    ...options,
  });
  cleanUp.push(() => connector.close());
  return {
    connector,
    query: (signal?: AbortSignal) =>
      connector.query({ name: 'one', sql: 'SELECT 1' }, [], { ...call, ...(signal && { signal }) }),
    logged,
  };
}

/** TNS ACCEPT of version 318 with an SDU of 8192, as a listener sends it before log-on. */
function accept(): Buffer {
  const packet = Buffer.alloc(45);
  packet.writeUInt16BE(45, 0);
  packet.writeUInt8(2, 4);
  packet.writeUInt16BE(318, 8);
  packet.writeUInt16BE(1, 16);
  packet.writeUInt16BE(45, 20);
  packet.fill(8, 22, 24);
  packet.writeUInt32BE(8192, 32);
  packet.writeUInt32BE(8192, 36);
  return packet;
}

describe('a database that cannot be reached', () => {
  it('nobody listens: UNAVAILABLE', async () => {
    const { connectString, close } = await listen(() => {});
    await close();
    const { query, logged } = connectorTo(connectString);
    await expect(query()).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      department: 'JUSTICE',
      system: 'legal-aid',
      retryable: true,
      cause: { facts: { driverCode: 'NJS-503' } },
    });
    expect(logged).toEqual([
      expect.objectContaining({ requestId: 'test-1', code: 'DEPARTMENT_UNAVAILABLE', driverCode: 'NJS-503' }),
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/127\.0\.0\.1|SELECT|never-in-a-log/);
  });

  it('is told without a secret, which is in nothing that can be looked into', async () => {
    const { connectString } = await listen((socket) => socket.destroy());
    const { connector, query } = connectorTo(connectString);
    const error = await query().catch((thrown: unknown) => thrown);
    const looked = [connector, error].map((each) => inspect(each, { depth: 20, showHidden: true }));
    expect(looked.join()).toContain('LegacyFailure');
    expect(looked.join()).not.toMatch(/never-in-a-log|SELECT/);
  });

  it('cuts the connection: UNAVAILABLE', async () => {
    const { connectString } = await listen((socket) => socket.destroy());
    await expect(connectorTo(connectString).query()).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
  });

  it.each([
    ['is silent from the start', () => {}],
    ['is silent during log-on', (socket: Socket) => socket.write(accept())],
  ])('%s: TIMEOUT, its socket closed, and a place for the next call', async (_, answer) => {
    const { connectString, ended } = await listen(answer);
    const { query } = connectorTo(connectString, { limits: { ...LIMITS, connectTimeoutMs: 100, concurrency: 1 } });
    await expect(query()).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT', retryable: true });
    await expect(query()).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
    expect(ended).toHaveLength(2);
    await Promise.all(ended);
  });

  it('answers with noise: DATA_INVALID', async () => {
    const { connectString } = await listen((socket) => socket.write(Buffer.alloc(64)));
    await expect(connectorTo(connectString).query()).rejects.toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      retryable: false,
    });
  });
});

describe('the caller gives up', () => {
  it('while it waits for a session', async () => {
    const { connectString } = await listen(() => {});
    const caller = new AbortController();
    const { query } = connectorTo(connectString);
    const asked = query(caller.signal);
    caller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT', cause: { message: 'the caller gave up' } });
  });
});
