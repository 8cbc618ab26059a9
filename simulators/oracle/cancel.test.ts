import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type oracledb from 'oracledb';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { BLOCK, ECHO, eventually, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

let harness: Harness;
let connection: oracledb.Connection;
let holdReply = false;
beforeAll(async () => {
  harness = await startHarness({
    beforeReply: async (signal) => {
      if (holdReply) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  });
  connection = await harness.connect();
});
afterEach(async () => {
  expect(await single(connection, ECHO, ['usable'])).toBe('usable');
  expect(harness.errors).toEqual([]);
});
afterAll(async () => {
  await connection.close();
  await harness.listener.close();
});

const executed = (sql: string) => harness.engine.executed.filter((text) => text === sql).length;

describe('a call', () => {
  it('ends at callTimeout, and the statement with it', async () => {
    connection.callTimeout = 20;
    for (let run = 0; run < 3; run += 1) await expect(single(connection, BLOCK)).rejects.toThrow('NJS-123');
    connection.callTimeout = 0;
  });

  it('ends with ORA-01013 at a break', async () => {
    for (let run = 0; run < 3; run += 1) {
      const before = executed(BLOCK);
      const call = single(connection, BLOCK);
      await Promise.all([
        expect(call).rejects.toMatchObject({ errorNum: 1013 }),
        eventually(() => executed(BLOCK) > before).then(() => connection.break()),
      ]);
    }
  });

  it('that is already done when the break comes gives its place to ORA-01013', async () => {
    holdReply = true;
    const before = executed(ECHO);
    const call = single(connection, ECHO, [1]);
    await Promise.all([
      expect(call).rejects.toMatchObject({ errorNum: 1013 }),
      eventually(() => executed(ECHO) > before).then(() => connection.break()),
    ]);
    holdReply = false;
  });

  it('may cross with a break at any moment', async () => {
    const sql = 'select crossing from dual';
    harness.engine.on(sql, async () => {
      for (let turn = 0; turn < executed(sql) % 7; turn += 1) await nextTurn();
      return query([column.number('N')], [['1']]);
    });
    const outcomes = new Set<unknown>();
    for (let run = 0; run < 200; run += 1) {
      let isPending = true;
      const call = single(connection, sql)
        .catch((error: oracledb.DBError) => error.errorNum)
        .finally(() => {
          isPending = false;
        });
      for (let turn = 0; turn < run % 5; turn += 1) await nextTurn();
      if (isPending) await connection.break();
      outcomes.add(await call);
      expect(await single(connection, ECHO, [run])).toBe(run);
    }
    expect([...outcomes].every((outcome) => outcome === 1 || outcome === 1013)).toBe(true);
  });
});

describe('a socket that is cut', () => {
  it('stops the statement, and the session ends', async () => {
    const other = await harness.connect({ stmtCacheSize: 0 });
    const before = executed(BLOCK);
    const lost = expect(single(other, BLOCK)).rejects.toThrow('NJS-500');
    await eventually(() => executed(BLOCK) > before);
    const sessions = harness.engine.openSessions;
    const { _impl } = other as unknown as { _impl: { nscon: { ntAdapter: { stream: { destroy(): void } } } } };
    _impl.nscon.ntAdapter.stream.destroy();
    await lost;
    await other.close(); // else the driver's finalizer throws when it is collected
    await eventually(() => harness.engine.openSessions === sessions - 1);
    expect(harness.listener.openConnections()).toBe(1);
  });
});
