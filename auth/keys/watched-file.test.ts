import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { watchFile } from '#auth/keys/watched-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'));
  file = join(folder, 'a');
  await writeFile(file, 'one');
});
afterEach(() => rm(folder, { recursive: true }));

async function watched() {
  const clock = { now: 0 };
  const seen = { reads: 0 };
  const read = async () => {
    seen.reads += 1;
    return readFile(file, 'utf8');
  };
  return { clock, seen, ...(await watchFile(file, read, { now: () => clock.now })) };
}

it('is looked at once a second, and read where it changed', async () => {
  const { clock, seen, current } = await watched();
  await writeFile(file, 'two');
  clock.now = 999;
  expect(await current()).toBe('one');
  clock.now = 1000;
  expect([await current(), await current(), seen.reads]).toEqual(['two', 'two', 2]);
  clock.now = 5000;
  expect([await current(), seen.reads]).toEqual(['two', 2]);
});

it('is looked at though the clock was set back: a retired key is not trusted until it has caught up', async () => {
  const { clock, current } = await watched();
  await writeFile(file, 'two');
  clock.now = -3_600_000;
  expect(await current()).toBe('two');
});

it('is looked at now where that is asked, and read only where it changed, however many ask', async () => {
  const { seen, now } = await watched();
  await Promise.all(Array.from({ length: 100 }, now));
  expect(seen.reads).toBe(1);
  await writeFile(file, 'two');
  expect(new Set(await Promise.all(Array.from({ length: 100 }, now)))).toEqual(new Set(['two']));
  expect(seen.reads).toBe(2);
});

it('of the same length in the same place is another file', async () => {
  const { now } = await watched();
  await writeFile(`${file}.new`, 'two');
  await rename(`${file}.new`, file);
  expect(await now()).toBe('two');
});

it('that is not there the first time is an error', async () => {
  await expect(watchFile(join(folder, 'none'), async () => '')).rejects.toThrow(/ENOENT/);
});
