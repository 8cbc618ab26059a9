import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import oracledb from 'oracledb';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO, eventually, type Harness, single, startHarness } from '#simulators/oracle/testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ sdu: 65_536 });
});
afterAll(() => harness.listener.close());

describe('a pool of 4', () => {
  it('does the work of 16 on 4 sessions, and its close ends them', async () => {
    const pool = await oracledb.createPool({ ...harness.credentials, poolMin: 4, poolMax: 4 });
    const work = async (worker: number) => {
      for (let turn = 0; turn < 20; turn += 1) {
        const connection = await pool.getConnection();
        const value = worker * 100 + turn;
        expect(await single(connection, ECHO, [value])).toBe(value);
        await connection.close();
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, worker) => work(worker)));
    expect([harness.engine.openSessions, harness.engine.users.length]).toEqual([4, 4]);
    await pool.close(0);
    await eventually(() => harness.listener.openConnections() === 0 && harness.engine.openSessions === 0);
  });

  it('pings what it lends, and replaces what was lost', async () => {
    const pool = await oracledb.createPool({ ...harness.credentials, poolMin: 4, poolMax: 4, poolPingInterval: 0 });
    await eventually(() => pool.connectionsOpen === 4);
    await harness.listener.setFault({ mode: 'down' });
    await harness.listener.setFault({ mode: 'none' });
    const connection = await pool.getConnection();
    expect(await single(connection, ECHO, [1])).toBe(1);
    await connection.close();
    await pool.close(0);
    await eventually(() => harness.listener.openConnections() === 0 && harness.engine.openSessions === 0);
  });
});

describe('packet sizes', () => {
  it.each([512, 1024, 8192, 65_535])('of %d bytes carry large requests and replies', async (sdu) => {
    const connectString = `${harness.credentials.connectString}?sdu=${sdu}`;
    const connection = await harness.connect({ connectString });
    const text = `${'q'.repeat(70_000)}${'㛃𠮷'.repeat(5000)}`;
    expect((await single(connection, ECHO, [text])) === text).toBe(true);
    const names = Array.from({ length: 400 }, (_, index) => `COLUMN_NUMBER_${index}`);
    harness.engine.on('select wide from dual', () =>
      query(names.map(column.number), [names.map((__, index) => String(index))]),
    );
    const { metaData, rows } = await connection.execute<number[]>('select wide from dual');
    expect(metaData?.map(({ name }) => name)).toEqual(names);
    expect(rows?.[0]).toEqual(names.map((__, index) => index));
    await connection.close();
  });
});
