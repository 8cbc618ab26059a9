import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSqlEngine, type SqlEngine } from '#simulators/oracle/sql/engine.ts';
import { type BulkRows, loadTables, type StandInTables, type TableRows } from '#simulators/oracle/stand-in/load.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

jest.setTimeout(30_000); // a watchdog

const ROWS: TableRows = { T_A: [{ N: 1, V: 'a' }], T_B: [{ N: 1, V: '' }] };

let server: TestServer;
let databaseUrl: string;
let engine: SqlEngine;
let ddl: URL;
beforeAll(async () => {
  server = openServer();
  const file = join(tmpdir(), `load-${process.pid}.sql`);
  const table = (name: string) => `CREATE TABLE ${name} (N NUMBER(6) PRIMARY KEY, V VARCHAR2(9))\n/\n`;
  await writeFile(file, table('T_A') + table('T_B'));
  ddl = pathToFileURL(file);
});
afterAll(async () => {
  await engine.close();
  await server.close();
  await rm(ddl);
});
beforeEach(async () => {
  await engine?.close();
  databaseUrl = await server.freshDatabase();
  engine = await createSqlEngine({ databaseUrl, owners: ['OWNER'] });
});

const load = (tables: Partial<StandInTables> = {}) =>
  loadTables(engine, databaseUrl, { owner: 'OWNER', ddl, rows: ROWS, ...tables });

const countsOf = async () =>
  (
    await sql(
      databaseUrl,
      'SELECT (SELECT count(*)::int FROM owner.t_a) AS a, (SELECT count(*)::int FROM owner.t_b) AS b',
    )
  )[0];

/** Chunks of `size` rows from N = 10 on, and how many were asked for. */
function bulk(identity: string, chunks: number, size: number) {
  const asked: number[] = [];
  const source: BulkRows<TableRows> = {
    identity,
    *chunks() {
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        asked.push(chunk);
        yield { T_A: Array.from({ length: size }, (_, index) => ({ N: 10 + chunk * size + index, V: identity })) };
      }
    },
  };
  return { source, asked };
}

describe('rows', () => {
  it('are all there, an empty text as NULL', async () => {
    await load();
    expect(await sql(databaseUrl, 'SELECT n::int AS n, v FROM owner.t_b')).toEqual([{ n: 1, v: null }]);
  });

  it('that come in chunks follow, and are not asked for again', async () => {
    const { source, asked } = bulk('seed 1', 3, 7000);
    await load({ bulk: source });
    await load({ bulk: source });
    expect([await countsOf(), asked]).toEqual([{ a: 21_001, b: 1 }, [0, 1, 2]]);
  });

  it('may come from a source that waits', async () => {
    const { source } = bulk('seed 1', 2, 2);
    async function* chunks() {
      for await (const chunk of source.chunks()) yield chunk;
    }
    await load({ bulk: { identity: 'later', chunks } });
    expect(await countsOf()).toEqual({ a: 5, b: 1 });
  });

  it.each<[string, Partial<StandInTables>]>([
    ['other rows', { rows: { T_A: [{ N: 1, V: 'b' }] } }],
    ['another bulk', { bulk: bulk('seed 2', 1, 1).source }],
    ['no bulk', {}],
  ])('take the place of the rows before: %s', async (_, tables) => {
    await load({ bulk: bulk('seed 1', 1, 5).source });
    await load(tables);
    expect(await countsOf()).toEqual({ a: 1 + (tables.bulk ? 1 : 0), b: tables.rows ? 0 : 1 });
  });

  it('that fail in the midst are no rows: the next start loads anew', async () => {
    const failing = { identity: 'seed 1', chunks: () => failingChunks() };
    await expect(load({ bulk: failing })).rejects.toThrow('no more');
    expect(await countsOf()).toEqual({ a: 0, b: 0 });
    await load({ bulk: bulk('seed 1', 1, 1).source });
    expect(await countsOf()).toEqual({ a: 2, b: 1 });
  });
});

function* failingChunks(): Iterable<TableRows> {
  yield { T_A: [{ N: 10, V: 'x' }] };
  throw new Error('no more');
}
