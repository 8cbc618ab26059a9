import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ORACLE_TYPES, OracleError } from '#simulators/oracle/engine.ts';
import { DEVIATIONS, type Outcome, TABLE } from '#simulators/oracle/sql/deviations.ts';
import { createSqlEngine, type SqlEngine } from '#simulators/oracle/sql/engine.ts';
import type { SqlSession } from '#simulators/oracle/sql/session.ts';
import { openServer, type TestServer } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

const never = new AbortController().signal;
let server: TestServer;
let engine: SqlEngine;
const sessions: Record<string, SqlSession> = {};
beforeAll(async () => {
  server = openServer();
  engine = await createSqlEngine({ databaseUrl: await server.freshDatabase(), owners: ['OWNER'] });
  for (const user of ['OWNER', 'READER']) sessions[user] = await engine.openSession(user);
  for (const sql of TABLE) await run('OWNER', sql);
  await sessions.OWNER?.commit();
});
afterEach(() => sessions.OWNER?.rollback());
afterAll(async () => {
  for (const session of Object.values(sessions)) await session.close();
  await engine.close();
  await server.close();
});

async function run(user: string, sql: string, binds: readonly string[] = []) {
  const session = sessions[user];
  if (session === undefined) throw new Error(`no session of ${user}`);
  const wanted = sql.match(/:\d/g)?.length ?? 0;
  const values = Array.from({ length: wanted }, (_, index) => binds[index] ?? null);
  return await session.execute(
    session.prepare(sql),
    values.map((value) => ({ type: ORACLE_TYPES.VARCHAR, value })),
    never,
  );
}

/** In the form of `here`: only what it speaks of. */
async function outcome(here: Outcome, user: string, sql: string, binds?: readonly string[]): Promise<Outcome> {
  try {
    const { rows = [], columns } = await run(user, sql, binds);
    if (columns === undefined) return 'done';
    return here !== 'done' && 'columns' in here ? { columns: columns.map(({ name }) => name) } : { rows };
  } catch (error) {
    if (error instanceof OracleError) return { error: error.number };
    throw error;
  }
}

describe.each(['missing', 'accepted', 'different'] as const)('%s', (kind) => {
  const cases = DEVIATIONS.filter((each) => each.kind === kind);
  it.each(cases)('$en', async ({ sql, binds, as = 'OWNER', here }) => {
    for (const each of sql) expect([each, await outcome(here, as, each, binds)]).toEqual([each, here]);
  });
});

it('what is missing is refused, what is accepted is not', () => {
  const isError = (here: Outcome) => here !== 'done' && 'error' in here;
  const wrong = DEVIATIONS.filter(({ kind, here }) => kind !== 'different' && isError(here) !== (kind === 'missing'));
  expect(wrong).toEqual([]);
});
