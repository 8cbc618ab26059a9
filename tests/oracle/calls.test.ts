import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { alone } from '#tests/harness/limits.ts';
import { until } from '#tests/harness/until.ts';
import { BLOCK, call, type Oracle, startOracle } from '#tests/oracle/harness.ts';

const ONE = { name: 'one', sql: 'SELECT 1 FROM DUAL' };
const MANY = { name: 'many', sql: 'SELECT N, V FROM T' };
const LOB = { name: 'lob', sql: 'SELECT C FROM T' };
const WAIT = { name: 'wait', sql: BLOCK };
const FAILS = { name: 'fails', sql: 'SELECT X FROM NOPE' };

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle();
  oracle.engine.on(ONE.sql, () => query([column.number('N')], [['1']]));
});
afterAll(() => oracle.stop());
beforeEach(() => oracle.proxy.mend());

const many = (count: number, width = 1) =>
  oracle.engine.on(MANY.sql, () => {
    const rows = Array.from({ length: count }, (_, index) => [String(index), 'x'.repeat(width)]);
    return query([column.number('N'), column.varchar('V')], rows);
  });

describe('an answer', () => {
  it('of many rows comes in batches, all of it and in order', async () => {
    many(1001);
    const connector = oracle.connector();
    const { replies } = oracle.proxy.counted;
    const rows = await connector.query(MANY, [], call);
    expect(rows.map(({ N }) => N)).toEqual(Array.from({ length: 1001 }, (_, index) => String(index)));
    expect(oracle.proxy.counted.replies - replies).toBeGreaterThan(5);
  });

  it.each([
    ['as many rows as may come', { maxRows: 401 }, null],
    ['one row more', { maxRows: 400 }, 'the answer has more than 400 rows'],
    ['bytes enough', { maxBytes: 1_000_000 }, null],
    ['more bytes', { maxBytes: 20_000 }, 'the answer is longer than 20000 bytes'],
  ])('with %s', async (_, limits, message) => {
    many(401, 1000);
    const asked = oracle.connector(limits).query(MANY, [], call);
    if (message === null) expect(await asked).toHaveLength(401);
    else await expect(asked).rejects.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', cause: { message } });
  });

  it('that is too much leaves a place for the next call; a statement may have a limit of its own', async () => {
    many(401);
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }), maxRows: 1 });
    await expect(connector.query(MANY, [], call)).rejects.toMatchObject({ retryable: false });
    expect(await connector.query({ ...MANY, maxRows: 500 }, [], call)).toHaveLength(401);
  });

  it('with one huge value ends at the limit and not in memory', async () => {
    oracle.engine.on(LOB.sql, () => query([column.clob('C')], [['长'.repeat(2_000_000)]]));
    await expect(oracle.connector({ maxBytes: 100_000 }).query(LOB, [], call)).rejects.toMatchObject({
      cause: { message: 'the answer is longer than 100000 bytes' },
    });
  });

  it('of an equal call under way is shared with who has the same rights', async () => {
    const connector = oracle.connector();
    await connector.query(ONE, [], call);
    const before = oracle.engine.executed.length;
    await Promise.all([call, call, { ...call, rights: 'other' }].map((each) => connector.query(ONE, [], each)));
    expect(oracle.engine.executed.length - before).toBe(2);
  });
});

describe('a LOB', () => {
  it.each(['长', '𠮷', 'a𠮷'])('comes in pieces that are whole characters: %s', async (character) => {
    const text = character.repeat(50_000);
    oracle.engine.on(LOB.sql, () => query([column.clob('C')], [[text]]));
    const pieces: string[] = [];
    const sink = async (piece: string | Buffer) => void pieces.push(String(piece));
    expect(await oracle.connector().streamLob(LOB, [], sink, call)).toBe(true);
    expect([pieces.length > 1, pieces.join('') === text]).toEqual([text.length > 65_536, true]);
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
  });

  it('of bytes comes as bytes; none is none; another answer is refused', async () => {
    const connector = oracle.connector();
    const bytes = Buffer.alloc(200_000, 7);
    const pieces: (string | Buffer)[] = [];
    const stream = () => connector.streamLob(LOB, [], (piece) => void pieces.push(piece), call);
    oracle.engine.on(LOB.sql, () => query([column.blob('C')], [[bytes]]));
    expect(await stream()).toBe(true);
    expect(Buffer.concat(pieces as Buffer[]).equals(bytes)).toBe(true);
    oracle.engine.on(LOB.sql, () => query([column.blob('C')], [[null]]));
    expect(await stream()).toBe(false);
    oracle.engine.on(LOB.sql, () => query([column.blob('C')], []));
    expect(await stream()).toBe(false);
  });

  it('that nobody takes any longer is broken off', async () => {
    oracle.engine.on(LOB.sql, () => query([column.clob('C')], [['x'.repeat(500_000)]]));
    const caller = new AbortController();
    const connector = oracle.connector();
    const streaming = connector.streamLob(LOB, [], () => caller.abort(), { ...call, signal: caller.signal });
    await expect(streaming).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
    expect(await connector.query(ONE, [], call)).toEqual([{ N: '1' }]);
  });
});

describe('on whose behalf', () => {
  it('is said with each call, in no round trip of its own', async () => {
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }) });
    await connector.query(ONE, [], call);
    const { requests } = oracle.proxy.counted;
    await connector.query(ONE, [], { ...call, caller: 'other', requestId: 'r-2' });
    await connector.query(ONE, [], call);
    expect(oracle.proxy.counted.requests - requests).toBe(2);
    expect(oracle.engine.endToEnd.slice(-2)).toEqual([
      { clientId: 'other', module: 'zhengfa-graph', action: 'r2' },
      { clientId: 'b3BhcXVl', module: 'zhengfa-graph', action: '0f9b2c1e6d6f4a7e8a3b1c2d3e4f5a6b' },
    ]);
  });
});

describe('a session', () => {
  it('serves on after an error of the database, and one that was broken off', async () => {
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }) });
    await connector.query(ONE, [], call);
    const { connections } = oracle.proxy.counted;
    await expect(connector.query(FAILS, [], call)).rejects.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID' });
    const caller = new AbortController();
    const waiting = connector.query(WAIT, [], { ...call, signal: caller.signal });
    await until(() => oracle.engine.executed.at(-1) === BLOCK);
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
    expect(await connector.query(ONE, [], call)).toEqual([{ N: '1' }]);
    expect(oracle.proxy.counted.connections).toBe(connections);
  });

  it('in which a transaction was left open is not used again, and what it did is undone', async () => {
    const block = 'INSERT INTO T VALUES (:a)';
    oracle.engine.on(block, () => ({ rowCount: 0 }));
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }) });
    const { rollbacks } = oracle.engine;
    await connector.callProcedure({ name: 'open', block, in: ['a'] }, { a: 'x' }, call);
    await connector.query(ONE, [], call);
    expect(oracle.engine.rollbacks).toBe(rollbacks + 1);
  });

  it('is pinged after a while, and replaced where it has died', async () => {
    const connector = oracle.connector({ pingAfterMs: 0, limits: alone(10_000, { concurrency: 1 }) });
    await connector.query(ONE, [], call);
    await sleep(50); // it is idle again
    const { requests } = oracle.proxy.counted;
    await connector.query(ONE, [], call);
    expect(oracle.proxy.counted.requests - requests).toBe(2);
    await sleep(50);
    oracle.proxy.onRequest(() => null);
    await expect(connector.query(ONE, [], call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    oracle.proxy.mend();
    expect(await connector.query(ONE, [], call)).toEqual([{ N: '1' }]);
  });

  it.each([
    ['twice', (reply: Buffer) => Buffer.concat([reply, reply])],
    ['with the beginning of another', (reply: Buffer) => Buffer.concat([reply, reply.subarray(0, 3)])],
    ['with half of another', (reply: Buffer) => Buffer.concat([reply, reply.subarray(0, reply.length / 2)])],
  ])('that was answered %s is not used again: the next call would be given what is left', async (_, spoil) => {
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }) });
    await connector.query(ONE, [], call);
    many(3);
    oracle.proxy.onReply((reply) => {
      oracle.proxy.mend();
      return spoil(reply);
    });
    expect(await connector.query(MANY, [], call)).toHaveLength(3);
    const { connections } = oracle.proxy.counted;
    expect(await connector.query(ONE, [], call)).toEqual([{ N: '1' }]);
    expect(oracle.proxy.counted.connections).toBe(connections + 1);
  });

  it('that is told something while it is idle is not used again', async () => {
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 1 }) });
    await connector.query(ONE, [], call);
    const { connections } = oracle.proxy.counted;
    oracle.proxy.tellClients(Buffer.from([0, 0, 0, 11, 12, 0, 0, 0, 1, 0, 1]));
    await sleep(50); // they are there, or the test would fail
    expect(await connector.query(ONE, [], call)).toEqual([{ N: '1' }]);
    expect(oracle.proxy.counted.connections).toBe(connections + 1);
  });

  it('serves calls that follow each other at once', async () => {
    const connector = oracle.connector();
    const { connections } = oracle.proxy.counted;
    for (let turn = 0; turn < 10; turn += 1) await connector.query(ONE, [], call);
    expect(oracle.proxy.counted.connections - connections).toBe(1);
  });

  it('there are no more of than allowed', async () => {
    const connector = oracle.connector({ limits: alone(10_000, { concurrency: 2 }) });
    const before = oracle.listener.openConnections();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => connector.query(ONE, [], { ...call, rights: `${index}` })),
    );
    expect(oracle.listener.openConnections() - before).toBeLessThanOrEqual(2);
  });
});

describe('an account that is refused', () => {
  it.each([
    ['password-expired', /expired/, 'ORA-28001'],
    ['account-locked', /locked/, 'ORA-28000'],
    ['wrong', /user or password is wrong/, 'ORA-01017'],
  ])('%s: told apart, tried once however many ask, and then left alone', async (kind, message, driverCode) => {
    const settings = kind === 'wrong' ? { password: 'wrong' } : {};
    const connector = oracle.connector({ ...settings, limits: alone(10_000, { refusedOpenMs: 60_000 }) });
    if (kind !== 'wrong') await oracle.listener.setFault({ mode: 'garbage', kind });
    const { connections } = oracle.proxy.counted;
    const expected = { code: 'DEPARTMENT_UNAVAILABLE', retryable: false };
    const asked = [1, 2, 3, 4].map((each) => connector.query(ONE, [], { ...call, rights: String(each) }));
    for (const each of asked) {
      await expect(each).rejects.toMatchObject({
        ...expected,
        cause: { message: expect.stringMatching(message), facts: { driverCode } },
      });
    }
    await expect(connector.query(ONE, [], call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    expect(oracle.proxy.counted.connections - connections).toBe(1);
    await oracle.listener.setFault({ mode: 'none' });
  });
});
