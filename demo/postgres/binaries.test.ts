import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findBinaries, program, restoreLinks } from '#demo/postgres/binaries.ts';

describe('findBinaries', () => {
  it('finds the programs of this machine', async () => {
    const binaries = await findBinaries();
    expect(binaries.version).toMatch(/^18\./);
    expect(existsSync(program(binaries, 'initdb'))).toBe(true);
  });

  it.each([
    { platform: 'aix', arch: 'ppc64', glibc: false },
    { platform: 'linux', arch: 's390x', glibc: true },
    { platform: 'linux', arch: process.arch, glibc: false },
  ])('names DATABASE_URL on $platform-$arch, glibc $glibc', async (host) => {
    await expect(findBinaries(host)).rejects.toThrow(/不支持本机.*DATABASE_URL/);
  });
});

describe('restoreLinks', () => {
  it('makes the symbolic links that the postinstall step would have made, relative, and leaves those that are there', async () => {
    const root = await mkdtemp(join(tmpdir(), 'links-'));
    await mkdir(join(root, 'native', 'lib'), { recursive: true });
    const links = [
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ];
    await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    await symlink('elsewhere', join(root, 'native', 'lib', 'libpq.so'));
    await restoreLinks(root);
    expect(await readlink(join(root, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readlink(join(root, 'native', 'lib', 'libpq.so'))).toBe('elsewhere');
    await rm(root, { recursive: true });
  });
});
