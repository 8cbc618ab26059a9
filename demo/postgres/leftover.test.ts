import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { startPostgres } from '#demo/postgres/start.ts';

/** Another process that starts the server, tells its pid and waits: to be killed. */
const LAUNCHER = `
import { startPostgres } from '#demo/postgres/start.ts';
const server = await startPostgres({ dataDir: process.argv[1], port: 0 });
console.log(server.pid);
setInterval(() => {}, 1000);
`;

async function launchElsewhere(dataDir: string): Promise<{ launcher: ChildProcess; pid: number }> {
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', LAUNCHER, dataDir], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(launcher.stdout as NodeJS.ReadableStream), 'line');
  return { launcher, pid: Number(line) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

describe('what a killed run leaves behind', () => {
  let dataDir: string;
  const pidFile = () => join(dataDir, 'cluster', 'postmaster.pid');

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leftover-'));
    await chmod(dataDir, 0o755);
    await (await startPostgres({ dataDir, port: 0 })).stop();
  }, 30_000);

  afterAll(async () => {
    await resetPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  async function expectStarts() {
    const server = await startPostgres({ dataDir, port: 0 });
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await server.stop();
    return server.pid;
  }

  it('launcher killed: its server, which still runs, is stopped', async () => {
    const { launcher, pid } = await launchElsewhere(dataDir);
    const cutOff = await clientOf(dataDir);
    await kill(launcher, 'SIGKILL');
    expect(await expectStarts()).not.toBe(pid);
    expect(await cutOff.reason).toMatchObject({ code: '57P01' });
  }, 30_000);

  it('server killed with a client on it: the stale file does not stop the next start', async () => {
    const server = await startPostgres({ dataDir, port: 0 });
    const client = new pg.Client({ connectionString: server.url('postgres') });
    client.on('error', () => {});
    await client.connect();
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    expect(await readFile(pidFile(), 'utf8')).toMatch(new RegExp(`^${server.pid}\n`));
    await expectStarts();
  }, 30_000);

  it('a foreign process that has got the number since is left alone', async () => {
    const foreigner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(foreigner, 'spawn');
    await writeFile(pidFile(), `${foreigner.pid}\n${join(dataDir, 'cluster')}\n`);
    await expectStarts();
    expect(foreigner.exitCode ?? foreigner.signalCode).toBeNull();
    await kill(foreigner, 'SIGKILL');
  }, 30_000);

  it('reset stops it too', async () => {
    const { launcher } = await launchElsewhere(dataDir);
    await expect(resetPostgres(dataDir)).rejects.toThrow(/running already/);
    const cutOff = await clientOf(dataDir);
    await kill(launcher, 'SIGKILL');
    await resetPostgres(dataDir);
    expect(await cutOff.reason).toMatchObject({ code: '57P01' });
  }, 30_000);
});

/** A client of the running server; `reason` resolves with the error that ends it (57P01: the administrator shut the server down). */
async function clientOf(dataDir: string): Promise<{ reason: Promise<Error> }> {
  const password = await readFile(join(dataDir, 'password'), 'utf8');
  const port = (await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
  const reason = new Promise<Error>((resolve) => client.on('error', resolve));
  await client.connect();
  return { reason };
}
