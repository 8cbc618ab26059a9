import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '#demo/postgres/port.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { startPostgres } from '#demo/postgres/start.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), '清除 reset-'));
  await chmod(dataDir, 0o755);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** The command as its own process, since what it says and how it ends is what it is for. */
async function reset(env: Record<string, string> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const port = String(await freePort(0));
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, 'reset.ts')],
      { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir, GATEWAY_PORT: port, ...env } },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function writePart(part: string): Promise<string> {
  await mkdir(join(dataDir, part));
  const file = join(dataDir, part, 'file');
  await writeFile(file, '');
  return file;
}

describe('npm run reset', () => {
  it('removes what the demo wrote, the folder included, and says so', async () => {
    for (const part of ['audit', 'keys', 'logs', 'postgres']) await writePart(part);
    const { code, stdout, stderr } = await reset();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of ['audit', 'keys', 'logs', 'postgres']) expect(stdout).toContain(join(dataDir, part));
    expect(existsSync(dataDir)).toBe(false);
  });

  it('has nothing to do a second time', async () => {
    await reset();
    const { code, stdout } = await reset();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^没有可清除的数据 .* nothing to remove/);
  });

  it('leaves alone what is not the demo’s, and a database elsewhere', async () => {
    await writePart('keys');
    const other = await writePart('letters');
    const { code, stdout } = await reset({ DATABASE_URL: 'postgres://db/zhengfa' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/left alone: letters\n.*DATABASE_URL names is left alone/);
    expect([existsSync(other), existsSync(join(dataDir, 'keys'))]).toEqual([true, false]);
  });

  it('removes what PostgreSQL put elsewhere, but not while it runs', async () => {
    const postgres = join(dataDir, 'postgres');
    const key = await writePart('keys');
    // As root, in a folder that only root may enter, the server's data lies elsewhere.
    await chmod(dataDir, 0o700);
    const server = await startPostgres({ dataDir: postgres, port: 0 });
    try {
      const outside = (await readFile(join(postgres, 'location'), 'utf8').catch(() => '')).trim();
      const refused = await reset();
      expect(refused).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/演示已在运行.*stop it first/),
      });
      expect(existsSync(key)).toBe(true);

      await server.stop();
      expect(await reset()).toMatchObject({ code: 0 });
      expect([existsSync(dataDir), outside !== '' && existsSync(outside)]).toEqual([false, false]);
    } finally {
      await server.stop();
      await resetPostgres(postgres);
    }
  }, 30_000);

  it('refuses while the gateway answers', async () => {
    const key = await writePart('keys');
    const gateway = createServer((request, response) =>
      response.writeHead(request.url === '/health/live' ? 200 : 404).end(),
    );
    await once(gateway.listen(0, '127.0.0.1'), 'listening');
    const { port } = gateway.address() as AddressInfo;
    try {
      const { code, stderr } = await reset({ GATEWAY_PORT: String(port) });
      expect(code).toBe(1);
      expect(stderr).toContain(`the demo runs on port ${port}: stop it first`);
      expect(stderr).toContain('GATEWAY_PORT');
      expect(existsSync(key)).toBe(true);
    } finally {
      gateway.close();
    }
  });

  it('says which setting is wrong', async () => {
    expect(await reset({ GATEWAY_PORT: 'x' })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^.*GATEWAY_PORT must be a port.*\n$/),
    });
  });
});
