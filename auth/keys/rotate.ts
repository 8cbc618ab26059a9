import { randomBytes } from 'node:crypto';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import { newSigningKey, publicHalf, replaceFile } from '#auth/keys/ensure.ts';
import { loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import { ENVELOPE_KEYS, type EnvelopeKeyName, keyFile, trustedKeysFile } from '#auth/keys/names.ts';

/**
 * Gives a holder another key, which running processes take up within a second: its public half is trusted before anything is signed with it,
 * the former one goes on being trusted until it is retired. Resolves to both `kid`s. Rejects as {@link loadKey}.
 */
export function rotateKey(folder: string, name: EnvelopeKeyName): Promise<{ now: string; before: string }> {
  return alone(folder, () => rotate(folder, name));
}

/** Trusts a former key no longer, from the next second on. @throws Error for a key that still signs, and for one that is not there */
export function retireKey(folder: string, kid: string): Promise<void> {
  return alone(folder, () => retire(folder, kid));
}

async function rotate(folder: string, name: EnvelopeKeyName): Promise<{ now: string; before: string }> {
  const { kid: before } = await loadKey(folder, name);
  const { keys } = await loadTrustedKeys(folder);
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const key = newSigningKey(`${name}.${day}-${randomBytes(4).toString('hex')}`);
  await writeTrusted(folder, [publicHalf(key as JWK), ...keys]);
  await replaceFile(keyFile(folder, name), `${JSON.stringify(key)}\n`, 0o600);
  return { now: key.kid, before: String(before) };
}

async function retire(folder: string, kid: string): Promise<void> {
  const { keys } = await loadTrustedKeys(folder);
  const signing = await Promise.all(ENVELOPE_KEYS.map(async (name) => (await loadKey(folder, name)).kid));
  if (signing.includes(kid))
    throw new Error(
      `${kid} 仍在签名，请先运行 npm run keys -- rotate / ${kid} still signs: run npm run keys -- rotate first`,
    );
  const left = keys.filter((key) => key.kid !== kid);
  if (left.length === keys.length) throw new Error(`没有受信任的密钥 ${kid} / no trusted key is called ${kid}`);
  await writeTrusted(folder, left);
}

/** Two at once would write one list over the other's. @throws Error with a sentence where another is at work */
async function alone<Done>(folder: string, work: () => Promise<Done>): Promise<Done> {
  const lock = join(folder, 'rotation.lock');
  await mkdir(lock).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
    throw new Error(
      `另一次密钥更换正在进行；若已中断，请删除 ${lock} / keys are being changed already; if that broke off, delete ${lock}`,
    );
  });
  return work().finally(() => rmdir(lock));
}

function writeTrusted(folder: string, keys: JSONWebKeySet['keys']): Promise<void> {
  return replaceFile(trustedKeysFile(folder), `${JSON.stringify({ keys }, null, 2)}\n`, 0o644);
}
