import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type oracledb from 'oracledb';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO, eventually, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

const ROWS = 'select n from many';
let harness: Harness;
let connection: oracledb.Connection;
beforeEach(async () => {
  harness = await startHarness();
  const rows = Array.from({ length: 500 }, (_, index) => [String(index)]);
  harness.engine.on(ROWS, () => query([column.number('N')], rows));
  connection = await harness.connect();
});
afterEach(async () => {
  await connection.close().catch(() => {}); // most faults have cut it
  await harness.listener.close();
});

const worksAgain = () =>
  harness.withConnection(async (fresh) => expect(await single(fresh, ECHO, ['back'])).toBe('back'));

describe('down', () => {
  it('cuts open connections, refuses new ones, and comes back on the same port', async () => {
    await harness.listener.setFault({ mode: 'down' });
    expect(harness.listener.openConnections()).toBe(0);
    await expect(single(connection, ECHO, [1])).rejects.toThrow(/NJS-(500|003)/);
    await expect(harness.connect()).rejects.toThrow('ECONNREFUSED');
    await harness.listener.setFault({ mode: 'down' });
    await harness.listener.setFault({ mode: 'none' });
    await worksAgain();
  });

  it('can be closed while it is down', async () => {
    await harness.listener.setFault({ mode: 'down' });
    await harness.listener.close();
    await eventually(() => harness.engine.openSessions === 0);
  });
});

describe('slow', () => {
  it('delays each reply, log-on included, and loses none', async () => {
    await harness.listener.setFault({ mode: 'slow', delayMs: 5 });
    expect(await single(connection, ECHO, [1])).toBe(1);
    await worksAgain();
  });

  it('does not delay a break', async () => {
    await harness.listener.setFault({ mode: 'slow', delayMs: 3_600_000 });
    connection.callTimeout = 20;
    await expect(single(connection, ECHO, [1])).rejects.toThrow('NJS-123');
    await harness.listener.setFault({ mode: 'none' });
    connection.callTimeout = 0;
    expect(await single(connection, ECHO, [2])).toBe(2);
  });
});

describe('hang', () => {
  it('takes requests and connections and never answers; what waits is cut when it ends', async () => {
    await harness.listener.setFault({ mode: 'hang' });
    let settled = 0;
    const count = () => {
      settled += 1;
    };
    connection.callTimeout = 20;
    const call = single(connection, ECHO, [1]).then(count, count);
    const logon = harness.connect().then(count, count);
    await eventually(() => harness.engine.executed.includes(ECHO) && harness.listener.openConnections() === 2);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(settled).toBe(0);
    await harness.listener.setFault({ mode: 'none' });
    await Promise.all([call, logon]);
    await worksAgain();
  });

  it('leaves idle connections alone', async () => {
    await harness.listener.setFault({ mode: 'hang' });
    await harness.listener.setFault({ mode: 'none' });
    expect(await single(connection, ECHO, [1])).toBe(1);
  });
});

describe('garbage', () => {
  it.each(['ORA-03113', 'truncated-packet', 'random-bytes'])(
    '%s breaks an execute, for the call and no longer',
    async (kind) => {
      await harness.listener.setFault({ mode: 'garbage', kind });
      await expect(connection.execute(ROWS)).rejects.toThrow(/NJS-/);
      await harness.withConnection((fresh) => expect(fresh.execute(ROWS)).rejects.toThrow(/NJS-/)).catch(() => {});
      await harness.listener.setFault({ mode: 'none' });
      await worksAgain();
    },
  );

  it.each(['ORA-03113', 'truncated-packet', 'random-bytes'])('%s breaks a fetch in its middle', async (kind) => {
    const { resultSet } = await connection.execute<[number]>(ROWS, [], {
      resultSet: true,
      prefetchRows: 10,
      fetchArraySize: 100,
    });
    expect(await resultSet?.getRows(10)).toHaveLength(10);
    await harness.listener.setFault({ mode: 'garbage', kind });
    await expect(resultSet?.getRows(100)).rejects.toThrow(/NJS-/);
    await harness.listener.setFault({ mode: 'none' });
    await worksAgain();
  });

  it('ORA-00942 answers any execute, and the connection goes on', async () => {
    await connection.execute(ROWS);
    await harness.listener.setFault({ mode: 'garbage', kind: 'ORA-00942' });
    const executed = harness.engine.executed.length;
    for (const sql of [ROWS, ROWS]) await expect(connection.execute(sql)).rejects.toMatchObject({ errorNum: 942 });
    expect(harness.engine.executed).toHaveLength(executed);
    await harness.listener.setFault({ mode: 'none' });
    expect((await connection.execute(ROWS)).rows).toHaveLength(500);
  });

  it.each([
    ['password-expired', 28001],
    ['account-locked', 28000],
  ])('%s cuts what is open and refuses to log on', async (kind, errorNum) => {
    await harness.listener.setFault({ mode: 'garbage', kind });
    expect(harness.listener.openConnections()).toBe(0);
    await expect(harness.connect()).rejects.toMatchObject({ errorNum });
    await harness.listener.setFault({ mode: 'none' });
    await worksAgain();
  });

  it('of another kind is refused with the kinds there are', async () => {
    const setFault = harness.listener.setFault({ mode: 'garbage', kind: 'html' });
    await expect(setFault).rejects.toThrow(
      'ORA-03113, truncated-packet, random-bytes, ORA-00942, password-expired, account-locked',
    );
    expect(await single(connection, ECHO, [1])).toBe(1);
  });
});

describe('bytes that are no protocol', () => {
  const connectPacket = Buffer.from('00080000010000000000', 'hex');
  it.each([
    ['a length below the header', Buffer.from('0007000006000000', 'hex')],
    ['a CONNECT that is cut short', connectPacket],
    ['DATA before CONNECT', Buffer.from('000a0000060000000800', 'hex')],
    ['an unknown type', Buffer.from('0008000063000000', 'hex')],
    ['text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('%s cuts that connection and no other', async (_, bytes) => {
    const socket = createConnection(harness.listener.port, '127.0.0.1');
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(bytes);
    await closed;
    expect(harness.errors).toHaveLength(1);
    expect(await single(connection, ECHO, ['alive'])).toBe('alive');
  });
});
