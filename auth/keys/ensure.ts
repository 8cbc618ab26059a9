import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { JSONWebKeySet, JWK } from 'jose';
import { loadKey } from '#auth/keys/load.ts';
import { ENVELOPE_KEYS, keyFile, SECRET_KEYS, SIGNING_KEYS, trustedKeysFile } from '#auth/keys/names.ts';

/**
 * Makes the folder (0700), every missing key (0600), and the list of the public keys that subgraphs trust. A key that is
 * there is never touched; the list keeps entries of others.
 */
export async function ensureKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const name of SIGNING_KEYS) {
    await makeOnce(keyFile(folder, name), () => {
      const { privateKey } = generateKeyPairSync('ed25519');
      return { ...privateKey.export({ format: 'jwk' }), alg: 'EdDSA', use: 'sig', kid: name };
    });
  }
  for (const name of SECRET_KEYS) {
    await makeOnce(keyFile(folder, name), () => ({ kty: 'oct', k: randomBytes(32).toString('base64url'), kid: name }));
  }
  await ensureTrusted(folder);
}

/** Writes beside the place and links into it: the file is whole or absent, and who comes second finds the first one's. */
async function makeOnce(file: string, make: () => JsonWebKey): Promise<void> {
  if (existsSync(file)) return;
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(unfinished, `${JSON.stringify(make())}\n`, { mode: 0o600, flag: 'wx' });
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function ensureTrusted(folder: string): Promise<void> {
  const file = trustedKeysFile(folder);
  const text = await readFile(file, 'utf8').catch(() => '{"keys":[]}');
  const ours = await Promise.all(ENVELOPE_KEYS.map(async (name) => publicHalf(await loadKey(folder, name))));
  const others = (JSON.parse(text) as JSONWebKeySet).keys.filter((key) => !ours.some((own) => own.kid === key.kid));
  const trusted = `${JSON.stringify({ keys: [...ours, ...others] }, null, 2)}\n`;
  if (trusted === text) return;
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, trusted, { mode: 0o644 });
  await rename(unfinished, file);
}

function publicHalf({ kty, crv, x, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, alg, use, kid } as JWK;
}
