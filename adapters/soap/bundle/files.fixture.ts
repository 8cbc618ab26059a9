import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { WsdlError } from '#adapters/soap/bundle/error.ts';

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** Writes files into a folder of their own, by relative path, and gives the folder. */
export async function filesOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** `file:line: sentence` of the WsdlError that loading ends with. */
export async function errorOf(load: Promise<unknown>): Promise<string> {
  const error = await load.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof WsdlError) return error.message;
  throw new Error('no WsdlError', { cause: error });
}
