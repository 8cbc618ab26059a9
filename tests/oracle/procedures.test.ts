import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ORACLE_TYPES, OracleError } from '#simulators/oracle/engine.ts';
import { createSqlEngine, type SqlEngine } from '#simulators/oracle/sql/engine.ts';
import type { Procedure, ProcedureCall } from '#simulators/oracle/sql/procedures.ts';
import type { SqlSession } from '#simulators/oracle/sql/session.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

const never = new AbortController().signal;
const add = (call: ProcedureCall, value: string) => call.execute('INSERT INTO OWNER.T (N) VALUES (:1)', [value]);

/** `OWNER.P.name()`: no parameters but one OUT. */
function procedure(name: string, run: (call: ProcedureCall) => Promise<string>): Procedure {
  const parameters = [{ name: 'P_OUT', mode: 'out' }] as const;
  return { name: `OWNER.P.${name}`, parameters, run: async (call) => ({ P_OUT: await run(call) }) };
}

const PROCEDURES = [
  procedure('OPEN', async (call) => String(await add(call, '1'))),
  procedure('DONE', async (call) => {
    await add(call, '1');
    await call.commit();
    return String((await call.query('SELECT COUNT(*) FROM OWNER.T', [])).rows[0]?.[0]);
  }),
  procedure('TAKEN_BACK', async (call) => {
    await add(call, '1');
    await call.rollback();
    return 'no';
  }),
  procedure('CAUGHT', async (call) => {
    await add(call, '1');
    const error = await add(call, '1').catch((reason: unknown) => reason);
    await add(call, '2');
    await call.commit();
    return error instanceof OracleError ? String(error.number) : 'none';
  }),
  procedure('THROWN', async (call) => {
    await add(call, '1');
    await call.commit();
    await add(call, '2');
    throw new OracleError(20_001, 'no further');
  }),
];

let server: TestServer;
let databaseUrl: string;
let engine: SqlEngine;
let reader: SqlSession;
beforeAll(async () => {
  server = openServer();
  databaseUrl = await server.freshDatabase();
  engine = await createSqlEngine({ databaseUrl, owners: ['OWNER'], procedures: PROCEDURES });
  const owner = await engine.openSession('OWNER');
  await owner.execute(owner.prepare('CREATE TABLE T (N NUMBER(4) PRIMARY KEY)'), [], never);
  await owner.close();
});
afterAll(async () => {
  await engine.close();
  await server.close();
});
beforeEach(async () => {
  await reader?.close();
  await sql(databaseUrl, 'DELETE FROM owner.t');
  reader = await engine.openSession('READER');
});
afterAll(() => reader.close());

async function call(name: string): Promise<unknown> {
  const block = reader.prepare(`BEGIN OWNER.P.${name}(:1); END;`);
  const { outBinds } = await reader.execute(block, [{ type: ORACLE_TYPES.VARCHAR, value: null }], never);
  return outBinds?.[0]?.value;
}

const kept = () => sql<{ n: string }>(databaseUrl, 'SELECT n::int AS n FROM owner.t ORDER BY n');

describe("a procedure, with its owner's rights in the session of one who may only read,", () => {
  it('leaves its transaction open, which the client ends', async () => {
    expect(await call('OPEN')).toBe('1');
    expect([reader.inTransaction, await kept()]).toEqual([true, []]);
    await reader.commit();
    expect([reader.inTransaction, await kept()]).toEqual([false, [{ n: 1 }]]);
  });

  it('commits, and reads what it did', async () => {
    expect(await call('DONE')).toBe('1');
    expect([reader.inTransaction, await kept()]).toEqual([false, [{ n: 1 }]]);
  });

  it('takes back', async () => {
    await call('TAKEN_BACK');
    expect([reader.inTransaction, await kept()]).toEqual([false, []]);
  });

  it('goes on after a statement that failed', async () => {
    expect(await call('CAUGHT')).toBe('1');
    expect(await kept()).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('that throws undoes what it has not committed', async () => {
    await expect(call('THROWN')).rejects.toMatchObject({ number: 20_001 });
    expect([reader.inTransaction, await kept()]).toEqual([false, [{ n: 1 }]]);
  });

  it('gives the session none of its rights', async () => {
    await call('TAKEN_BACK');
    const remove = () => reader.execute(reader.prepare('DELETE FROM OWNER.T'), [], never);
    await expect(remove()).rejects.toMatchObject({ number: 1031 });
    expect(reader.inTransaction).toBe(false);
    expect(await call('TAKEN_BACK')).toBe('no');
  });
});
