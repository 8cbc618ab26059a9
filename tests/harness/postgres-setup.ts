import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type PostgresServer, startPostgres } from '#demo/postgres/start.ts';
import { announceServer, sql } from '#tests/registry/server.ts';

/** What nobody will read again need not reach the disk. */
const SCRATCH = ['fsync', 'synchronous_commit', 'full_page_writes'];

let running: { server: PostgresServer; home: string } | undefined;

/** Starts one embedded PostgreSQL, on which every test file has databases of its own. */
export default async function setup(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'parts-'));
  await chmod(home, 0o755);
  const logFile = join(home, 'server.log');
  const server = await startPostgres({ dataDir: join(home, 'postgres'), port: 0, logFile });
  running = { server, home };
  for (const setting of SCRATCH) await sql(server.url('postgres'), `ALTER SYSTEM SET ${setting} = off`);
  await sql(server.url('postgres'), 'SELECT pg_reload_conf()');
  announceServer({ url: server.url('postgres'), logFile });
}

export async function stopServer(): Promise<void> {
  if (!running) return;
  const { server, home } = running;
  await server.stop();
  await resetPostgres(join(home, 'postgres'));
  await rm(home, { recursive: true, force: true });
}
