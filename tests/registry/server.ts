import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDatabase } from '#demo/postgres/database.ts';

/** The server that the test files share. Written by `harness/postgres-setup.ts`. */
interface SharedServer {
  /** Connection string of the superuser. */
  readonly url: string;
  readonly logFile: string;
}

const VARIABLE = 'ZHENGFA_TEST_POSTGRES';

export function announceServer(server: SharedServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

/** The shared server, for one test file. */
export function openServer() {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('tests of parts run in the Jest project "parts", which starts a database server for them');
  const { url, logFile } = JSON.parse(text) as SharedServer;
  const names: string[] = [];
  return {
    logFile,
    /** Connection string of a new, empty database. */
    async freshDatabase(): Promise<string> {
      const name = `test_${randomUUID()}`;
      await createDatabase(url, name);
      names.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    /** Drops them, cutting off who is still connected. */
    async close(): Promise<void> {
      for (const name of names.splice(0)) await sql(url, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

export type TestServer = ReturnType<typeof openServer>;

/** Rows of a statement on a connection of its own, beside the code under test. */
export async function sql<Row = Record<string, unknown>>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Everything that lies in the registry, as text; binary columns as hex digits. */
export async function dump(url: string): Promise<string> {
  const tables = await sql<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'registry' AND tablename <> 'schema_version' ORDER BY 1",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => sql<{ row: string }>(url, `SELECT t::text AS row FROM registry.${name} t ORDER BY 1`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** How a text would look in {@link dump} if it lay in a binary column. */
export function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
