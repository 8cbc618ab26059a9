import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '#demo/postgres/account.ts';
import { program } from '#demo/postgres/binaries.ts';
import type { Place } from '#demo/postgres/place.ts';

export const SUPERUSER = 'postgres';

/** What the server's programs get of our environment: no variable of ours, no language but PostgreSQL's own. */
export const SERVER_ENV: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  ...(process.env.PATH && { PATH: process.env.PATH }),
  ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
};

/**
 * Makes the cluster at the first start: UTF-8, locale C, every connection by SCRAM password. Returns the superuser's
 * password, 256 random bits in `<dataDir>/password`, which only the starter of the server may read.
 */
export async function ensureCluster(dataDir: string, place: Place, account: Account | null): Promise<string> {
  const file = join(dataDir, 'password');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (existsSync(place.cluster)) {
    if (known) return known;
    throw new Error(
      `缺少 ${file}，请运行 npm run reset 后重试 / ${file} is missing: run npm run reset, then start again`,
    );
  }
  const password = known ?? randomBytes(32).toString('base64url');
  if (!known) await writeFile(file, password, { mode: 0o600 });
  await initialise(place, password, account);
  return password;
}

async function initialise(place: Place, password: string, account: Account | null): Promise<void> {
  // A start that is cut off leaves an unfinished folder, never half a cluster under the real name.
  const unfinished = `${place.cluster}.part`;
  const passwordFile = `${place.cluster}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (account) {
      await chown(unfinished, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const args = ['-D', unfinished, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await promisify(execFile)(
      program(place.binaries, 'initdb'),
      [...args, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
      { ...account, env: SERVER_ENV, cwd: account ? '/' : dirname(place.cluster) },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, place.cluster);
}
