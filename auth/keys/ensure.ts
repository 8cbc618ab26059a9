import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { JSONWebKeySet, JWK } from 'jose';
import { AUDIT_ALGORITHMS, type AuditAlgorithm, auditAlgorithm } from '#auth/keys/algorithms.ts';
import { loadAuditKey, loadKey } from '#auth/keys/load.ts';
import {
  AUDIT_KEYS,
  auditKeyFile,
  auditTrustedKeysFile,
  ENVELOPE_KEYS,
  keyFile,
  SECRET_KEYS,
  SIGNING_KEYS,
  trustedKeysFile,
} from '#auth/keys/names.ts';
import { generateSm2Key } from '#auth/keys/sm2.ts';

/**
 * Makes the folder (0700), every missing key (0600), those of audit logs by the algorithm that is set too, and the lists of public keys: those
 * that subgraphs trust, and those that vouch for audit logs. A key that is there is never touched; the lists keep entries of others.
 */
export async function ensureKeys(folder: string, algorithm: AuditAlgorithm = auditAlgorithm()): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const name of SIGNING_KEYS) {
    await makeOnce(keyFile(folder, name), () => newSigningKey(name));
  }
  if (algorithm === 'SM2')
    for (const name of AUDIT_KEYS) await makeOnce(auditKeyFile(folder, name, 'SM2'), () => generateSm2Key(name));
  for (const name of SECRET_KEYS) {
    await makeOnce(keyFile(folder, name), () => ({ kty: 'oct', k: randomBytes(32).toString('base64url'), kid: name }));
  }
  const envelope = await Promise.all(ENVELOPE_KEYS.map((name) => loadKey(folder, name)));
  // A renewed key takes the place of its name's: what the old one signed is over within seconds.
  await ensureTrusted(trustedKeysFile(folder), envelope, (own, other) => own.kid === other.kid);
  await ensureTrusted(auditTrustedKeysFile(folder), await auditKeys(folder), (own, other) => own.x === other.x);
}

/** An Ed25519 key pair (RFC 8037). */
export function newSigningKey(kid: string): JWK & { readonly kid: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), alg: 'EdDSA', use: 'sig', kid };
}

async function auditKeys(folder: string): Promise<JWK[]> {
  const there = AUDIT_ALGORITHMS.flatMap((algorithm) =>
    AUDIT_KEYS.filter((name) => existsSync(auditKeyFile(folder, name, algorithm))).map((name) =>
      loadAuditKey(folder, name, algorithm),
    ),
  );
  return Promise.all(there);
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

/** Puts our public halves before the others of the list, save those that they replace. */
async function ensureTrusted(
  file: string,
  keys: readonly JWK[],
  replaces: (own: JWK, other: JWK) => boolean,
): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{"keys":[]}');
  const ours = keys.map(publicHalf);
  const others = (JSON.parse(text) as JSONWebKeySet).keys.filter((key) => !ours.some((own) => replaces(own, key)));
  const trusted = `${JSON.stringify({ keys: [...ours, ...others] }, null, 2)}\n`;
  if (trusted === text) return;
  await replaceFile(file, trusted, 0o644);
}

/** Writes beside the place and moves into it: who reads meanwhile finds the old file or the new one, whole. */
export async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, text, { mode });
  await rename(unfinished, file);
}

export function publicHalf({ kty, crv, x, y, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, ...(y !== undefined && { y }), alg, use, kid } as JWK;
}
