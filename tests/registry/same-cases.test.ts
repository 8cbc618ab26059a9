import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openDatabases } from '#demo/databases.ts';
import { ensureSameCases } from '#demo/postgres/same-cases.ts';
import { readSettings } from '#demo/settings.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

const FIRST = { cases: 200, seed: 1 };
const OTHERS = [
  { cases: 10_000, seed: 1 },
  { cases: 200, seed: 7 },
];

let server: TestServer;
let url: string;
beforeAll(() => {
  server = openServer();
});
afterAll(() => server.close());
/** A registry that was filled with the first cases. */
beforeEach(async () => {
  url = await server.freshDatabase();
  await ensureSameCases(url, FIRST, 'EMBEDDED');
  await sql(url, 'CREATE SCHEMA registry; CREATE TABLE registry.cases ()');
});
const isThere = async () =>
  (await sql<{ name: string | null }>(url, "SELECT to_regclass('registry.cases') AS name"))[0]?.name !== null;

it.each(['EMBEDDED', 'OTHER'] as const)('the same generated cases find the registry as it was, %s', async (whose) => {
  await ensureSameCases(url, FIRST, whose);
  expect(await isThere()).toBe(true);
});

it.each(OTHERS)('others find the embedded one empty: %j', async (others) => {
  await ensureSameCases(url, others, 'EMBEDDED');
  expect(await isThere()).toBe(false);
});

it.each(OTHERS)('others are refused on another server, where nothing is thrown away: %j', async (others) => {
  await expect(ensureSameCases(url, others, 'OTHER')).rejects.toThrow(/was filled with --cases 200 --seed 1:/);
  await expect(ensureSameCases(url, others, 'OTHER')).rejects.toThrow();
  expect(await isThere()).toBe(true);
});

it('a database that was never the demo’s keeps what it holds', async () => {
  await sql(url, `DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS NULL', current_database()); END $$`);
  await ensureSameCases(url, FIRST, 'OTHER');
  expect(await isThere()).toBe(true);
  await expect(ensureSameCases(url, { cases: 0, seed: 1 }, 'OTHER')).rejects.toThrow(/--cases 200/);
});

it('a comment that is not the demo’s stays on another server', async () => {
  const comment = (text: string) =>
    `DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), '${text}'); END $$`;
  await sql(url, comment('登记库，勿动'));
  await ensureSameCases(url, { cases: 0, seed: 1 }, 'OTHER');
  const found = await sql(
    url,
    "SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname = current_database()",
  );
  expect(found).toEqual([{ text: '登记库，勿动' }]);
  expect(await isThere()).toBe(true);
});

it('whoever does not own the database that DATABASE_URL names is told so', async () => {
  await sql(url, "CREATE ROLE beside_owner LOGIN CREATEDB PASSWORD 'secret'");
  const asked = Object.assign(new URL(url), { username: 'beside_owner', password: 'secret' });
  try {
    await sql(url, `DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS NULL', current_database()); END $$`);
    await expect(openDatabases(readSettings({ DATABASE_URL: asked.href }))).rejects.toMatchObject({
      message: expect.stringMatching(/^DATABASE_URL (?!.*secret).*不归该用户所有（42501）.*not that user's \(42501\)/),
    });
  } finally {
    await sql(url, `DROP DATABASE IF EXISTS "${asked.pathname.slice(1)}_access" WITH (FORCE)`);
    await sql(url, 'DROP ROLE beside_owner');
  }
});
