import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { startPostgres } from '#demo/postgres/start.ts';

/** An embedded server for one test file. */
export async function startServer() {
  const home = await mkdtemp(join(tmpdir(), 'registry-'));
  await chmod(home, 0o755);
  const dataDir = join(home, 'postgres');
  const logFile = join(home, 'server.log');
  const server = await startPostgres({ dataDir, port: 0, logFile });
  let databases = 0;
  return {
    logFile,
    /** Connection string of a new, empty database. */
    async freshDatabase(): Promise<string> {
      databases += 1;
      await server.createDatabase(`test${databases}`);
      return server.url(`test${databases}`);
    },
    async stop(): Promise<void> {
      await server.stop();
      await resetPostgres(dataDir);
      await rm(home, { recursive: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

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
