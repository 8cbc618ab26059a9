import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { ensureSameCases } from '#demo/postgres/same-cases.ts';
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
