import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Account, canReach } from '#demo/postgres/account.ts';
import { type Binaries, program } from '#demo/postgres/binaries.ts';

/** Where the programs and the data of one server lie. */
export interface Place {
  readonly binaries: Binaries;
  /** The data directory in PostgreSQL's sense. */
  readonly cluster: string;
}

const PREFIX = 'zhengfa-postgres-';

/**
 * Both stay where they are, unless the account cannot reach them there (a clone in a folder that only root may enter):
 * then they get a folder of their own below the temporary one, which `<dataDir>/location` names.
 */
export async function settle(dataDir: string, binaries: Binaries, account: Account | null): Promise<Place> {
  const binariesStay = !account || canReach(account, program(binaries, 'postgres'));
  const dataStay = !account || canReach(account, dataDir);
  if (binariesStay && dataStay) return { binaries, cluster: join(dataDir, 'cluster') };
  const outside = (await outsidePlace(dataDir)) ?? (await makeOutsidePlace(dataDir, account));
  return {
    binaries: binariesStay ? binaries : await copyBinaries(binaries, outside),
    cluster: join(dataStay ? dataDir : outside, 'cluster'),
  };
}

/** The folder that `location` names, if it is one that we made: anybody may make a folder of that name once ours is gone. */
export async function outsidePlace(dataDir: string): Promise<string | null> {
  const path = (await readFile(join(dataDir, 'location'), 'utf8').catch(() => '')).trim();
  if (!basename(path).startsWith(PREFIX)) return null;
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() && found.uid === process.getuid?.() ? path : null;
}

async function makeOutsidePlace(dataDir: string, account: Account): Promise<string> {
  const base = [tmpdir(), '/var/tmp', '/tmp'].find((folder) => existsSync(folder) && canReach(account, folder));
  if (!base) {
    throw new Error(
      '没有内嵌 PostgreSQL 可用的文件夹，请用环境变量 DATABASE_URL 指定一台 PostgreSQL 服务器' +
        ' / there is no folder that the embedded PostgreSQL can use: name a PostgreSQL server in DATABASE_URL',
    );
  }
  const folder = await mkdtemp(join(base, PREFIX));
  await chmod(folder, 0o755);
  await writeFile(join(dataDir, 'location'), `${folder}\n`);
  return folder;
}

async function copyBinaries(binaries: Binaries, outside: string): Promise<Binaries> {
  const folder = join(outside, binaries.version);
  if (existsSync(folder)) return { ...binaries, folder };
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, folder);
  return { ...binaries, folder };
}

/** A root with a strict umask installs packages that only root may read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}
