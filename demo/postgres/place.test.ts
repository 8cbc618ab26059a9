import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { canReach, serverAccount } from '#demo/postgres/account.ts';
import { findBinaries, program } from '#demo/postgres/binaries.ts';
import { outsidePlace, settle } from '#demo/postgres/place.ts';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { startPostgres } from '#demo/postgres/start.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'place-'));
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

describe('canReach', () => {
  it('needs the right to enter on every folder of the way', async () => {
    const stranger = { uid: 4_000_001, gid: 4_000_001 };
    await mkdir(join(home, 'inner'));
    expect(canReach(stranger, join(home, 'inner'))).toBe(false);
    await chmod(home, 0o755);
    expect(canReach(stranger, join(home, 'inner'))).toBe(true);
    await chmod(join(home, 'inner'), 0o750);
    expect(canReach(stranger, join(home, 'inner'))).toBe(false);
    expect(canReach({ uid: 4_000_001, gid: (await stat(home)).gid }, join(home, 'inner'))).toBe(true);
  });
});

describe('settle', () => {
  it('leaves everything in place for an ordinary user', async () => {
    const binaries = await findBinaries();
    expect(await settle(home, binaries, null)).toEqual({ binaries, cluster: join(home, 'cluster') });
  });

  it('does not trust a location that names what is not ours', async () => {
    for (const path of [home, join(tmpdir(), 'zhengfa-postgres-gone'), '']) {
      await writeFile(join(home, 'location'), `${path}\n`);
      expect(await outsidePlace(home)).toBeNull();
    }
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('as root, in a folder that only root may enter', () => {
  it('puts the data elsewhere, starts there, and reset removes both', async () => {
    const dataDir = join(home, 'postgres');
    const server = await startPostgres({ dataDir, port: 0 });
    const outside = (await outsidePlace(dataDir)) ?? '';
    expect(existsSync(join(outside, 'cluster', 'PG_VERSION'))).toBe(true);
    await server.stop();
    const again = await startPostgres({ dataDir, port: 0 });
    expect(await outsidePlace(dataDir)).toBe(outside);
    await again.stop();
    await resetPostgres(dataDir);
    expect([existsSync(dataDir), existsSync(outside)]).toEqual([false, false]);
  }, 30_000);

  it('starts over when the temporary folder was emptied', async () => {
    const dataDir = join(home, 'postgres');
    await (await startPostgres({ dataDir, port: 0 })).stop();
    await rm((await outsidePlace(dataDir)) ?? '', { recursive: true });
    await (await startPostgres({ dataDir, port: 0 })).stop();
    await resetPostgres(dataDir);
  }, 30_000);

  it('copies the programs once, readable whatever the umask was', async () => {
    const account = serverAccount();
    if (!account) throw new Error('not root');
    const installed = await findBinaries();
    const strict = { ...installed, folder: join(home, 'native') };
    await cp(installed.folder, strict.folder, { recursive: true, verbatimSymlinks: true });
    await chmod(join(strict.folder, 'bin'), 0o700);
    const place = await settle(home, strict, account);
    expect(place.binaries.folder).not.toBe(strict.folder);
    expect(canReach(account, program(place.binaries, 'postgres'))).toBe(true);
    const marker = join(place.binaries.folder, 'marker');
    await writeFile(marker, 'copied once');
    await settle(home, strict, account);
    expect(await readFile(marker, 'utf8')).toBe('copied once');
    await resetPostgres(home);
    expect(existsSync(place.binaries.folder)).toBe(false);
  }, 30_000);
});
