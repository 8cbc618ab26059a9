import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { type PostgresServer, startPostgres } from '#demo/postgres/start.ts';

async function query(server: PostgresServer, database: string, sql: string) {
  const client = new pg.Client({ connectionString: server.url(database) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL, in a path with spaces and 中文', () => {
  let home: string;
  let dataDir: string;
  let server: PostgresServer;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), '政法 数据图 (copy) '));
    await chmod(home, 0o755);
    dataDir = join(home, 'postgres');
    server = await startPostgres({ dataDir, port: 0 });
  }, 30_000);

  afterAll(async () => {
    await server.stop();
    await resetPostgres(dataDir);
    await rm(home, { recursive: true });
  });

  it('speaks UTF-8, sorts by bytes, and asks for the password', async () => {
    const [settings] = await query(
      server,
      'postgres',
      "SELECT current_setting('server_encoding') AS encoding, datcollate AS collate FROM pg_database WHERE datname = 'postgres'",
    );
    expect(settings).toEqual({ encoding: 'UTF8', collate: 'C' });
    const stranger = new pg.Client({ connectionString: server.url('postgres').replace(/:[^:@]+@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('listens on loopback only, and keeps its password to its starter', async () => {
    const [row] = await query(
      server,
      'postgres',
      "SELECT current_setting('listen_addresses') AS tcp, current_setting('unix_socket_directories') AS unix",
    );
    expect(row).toEqual({ tcp: '127.0.0.1', unix: '' });
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('makes a database once', async () => {
    await Promise.all([server.createDatabase('once'), server.createDatabase('once')]);
    await server.createDatabase('once');
    expect(await query(server, 'once', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('keeps values and statements out of its log', async () => {
    await query(server, 'postgres', 'CREATE TABLE secrets (number text PRIMARY KEY)');
    const insert = "INSERT INTO secrets VALUES ('379999198506120130')";
    await query(server, 'postgres', insert);
    await expect(query(server, 'postgres', insert)).rejects.toMatchObject({ code: '23505' });
    await expect(query(server, 'postgres', "SELECT '379999198506120130'::date")).rejects.toThrow();
    await expect(query(server, 'postgres', "DO $$ BEGIN RAISE WARNING '379999198506120130'; END $$")).resolves.toEqual(
      [],
    );
    const log = await readFile(join(dataDir, 'server.log'), 'utf8');
    // The refused login above is in the log: it is written to at all.
    expect(log).toMatch(/FATAL/);
    expect(log).not.toMatch(/379999|secrets|INSERT|SELECT|DO \$/);
  });

  it('refuses a second start while it runs', async () => {
    await expect(startPostgres({ dataDir, port: 0 })).rejects.toThrow(/已在运行.*running already/);
    expect(await query(server, 'postgres', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('names a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((done) => {
      other.on('listening', () => done((other.address() as AddressInfo).port));
    });
    const started = startPostgres({ dataDir: join(home, 'other'), port });
    await expect(started).rejects.toMatchObject({
      message: expect.stringContaining(`port ${port} `),
      code: 'EADDRINUSE',
      port,
    });
    other.close();
  });

  it('keeps its data and password over a restart', async () => {
    await query(server, 'postgres', 'CREATE TABLE kept (n int)');
    const before = server.url('postgres');
    const { port } = server;
    await server.stop();
    server = await startPostgres({ dataDir, port });
    expect(server.url('postgres')).toBe(before);
    expect(await query(server, 'postgres', 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  });

  it('leaves nothing after stop and reset, not even for a second call', async () => {
    const { port } = server;
    await server.stop();
    await server.stop();
    await resetPostgres(dataDir);
    await resetPostgres(dataDir);
    expect(existsSync(dataDir)).toBe(false);
    server = await startPostgres({ dataDir, port });
    expect(await query(server, 'postgres', "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
  });
});
