import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoTlsFiles, ensureDemoCa } from '#auth/keys/demo-ca.ts';
import { loadTls } from '#auth/keys/tls-files.ts';

const DAY_MS = 86_400_000;
let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'demo-ca-'));
  folder = join(home, 'keys');
});
afterEach(() => rm(home, { recursive: true }));

const files = async () =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(join(folder, 'demo-ca'))).map(async (name) => {
        return [name, await readFile(join(folder, 'demo-ca', name), 'utf8')] as const;
      }),
    ),
  );
const server = () => demoTlsFiles(folder, 'server');
const client = () => demoTlsFiles(folder, 'client');
const mode = async (path: string) => (await stat(path)).mode & 0o777;

describe('ensureDemoCa', () => {
  it('makes a server and a client of one authority, for the owner only', async () => {
    await ensureDemoCa(folder);
    expect(await readdir(folder)).toEqual(['demo-ca']);
    expect(await mode(join(folder, 'demo-ca'))).toBe(0o700);
    const names = Object.keys(await files()).sort();
    expect(names).toEqual(['ca.crt.pem', 'client.crt.pem', 'client.key.pem', 'server.crt.pem', 'server.key.pem']);
    for (const name of names) expect(await mode(join(folder, 'demo-ca', name))).toBe(0o600);
    for (const side of [server(), client()]) {
      const { authority, certificate } = await loadTls(side);
      expect(new X509Certificate(certificate).verify(new X509Certificate(authority).publicKey)).toBe(true);
    }
  });

  it('leaves a good set as it is', async () => {
    await ensureDemoCa(folder);
    const before = await files();
    await ensureDemoCa(folder);
    await ensureDemoCa(folder, new Date(Date.now() + 300 * DAY_MS));
    expect(await files()).toEqual(before);
  });

  it.each<[string, () => Promise<void>]>([
    ['a file is missing', () => rm(client().certificateFile)],
    ['a file is damaged', () => writeFile(server().certificateFile, 'x')],
    ['others may read a key', () => chmod(client().keyFile, 0o644)],
    [
      'key and certificate are not a pair',
      async () => {
        await writeFile(client().keyFile, await readFile(server().keyFile));
      },
    ],
    [
      'it is of two authorities',
      async () => {
        const { 'ca.crt.pem': other = '' } = await files();
        await rm(join(folder, 'demo-ca'), { recursive: true });
        await ensureDemoCa(folder);
        await writeFile(server().authorityFile, other);
      },
    ],
  ])('makes a new set where %s', async (_what, spoil) => {
    await ensureDemoCa(folder);
    await spoil();
    const spoilt = await files();
    await ensureDemoCa(folder);
    const after = await files();
    expect(Object.keys(after)).toHaveLength(5);
    for (const [name, text] of Object.entries(after)) expect(text).not.toBe(spoilt[name]);
    expect(await readdir(folder)).toEqual(['demo-ca']);
  });

  it('makes a new set before the old one ends', async () => {
    await ensureDemoCa(folder);
    const before = await files();
    await ensureDemoCa(folder, new Date(Date.now() + 359 * DAY_MS));
    expect((await files())['client.crt.pem']).not.toBe(before['client.crt.pem']);
  });

  it('ends in one whole set when several make it at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureDemoCa(folder)));
    const made = await files();
    await ensureDemoCa(folder);
    expect(await files()).toEqual(made);
    expect(await readdir(folder)).toEqual(['demo-ca']);
  });
});

describe('loadTls', () => {
  it.each(['authorityFile', 'certificateFile', 'keyFile'] as const)('names %s where it is missing', async (name) => {
    await ensureDemoCa(folder);
    await rm(client()[name]);
    await expect(loadTls(client())).rejects.toThrow(client()[name]);
  });

  it('refuses a key that others may read, and does not repeat it', async () => {
    await ensureDemoCa(folder);
    await chmod(client().keyFile, 0o640);
    const refused = await loadTls(client()).catch((error: Error) => error.message);
    expect(refused).toContain('chmod 600');
    expect(refused).not.toContain('BEGIN');
  });
});
