import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import type { AuditAlgorithm } from '#auth/keys/algorithms.ts';
import {
  type AuditKeyName,
  auditKeyFile,
  auditTrustedKeysFile,
  keyFile,
  SECRET_KEYS,
  type SecretKeyName,
  type SigningKeyName,
  trustedKeysFile,
} from '#auth/keys/names.ts';
import { privateHex } from '#auth/keys/sm2.ts';

/** Where the key files lie: `KEYS_DIR`. @default `.data/keys` */
export function keysFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.KEYS_DIR || '.data/keys');
}

/** An Ed25519 private key as JWK with its `kid`. Throws one sentence that names the file if it is missing, damaged or readable by others. */
export function loadKey(folder: string, name: SigningKeyName): Promise<JWK>;
/** A 256-bit secret, as an object that does not print itself. Throws as above. */
export function loadKey(folder: string, name: SecretKeyName): Promise<KeyObject>;
export async function loadKey(folder: string, name: SigningKeyName | SecretKeyName): Promise<JWK | KeyObject> {
  const file = keyFile(folder, name);
  const jwk = await read(file, true);
  try {
    if (!isSecret(name)) {
      const { asymmetricKeyType } = createPrivateKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
      if (asymmetricKeyType === 'ed25519') return jwk as JWK;
    } else if (jwk.kty === 'oct') {
      const secret = Buffer.from(String(jwk.k), 'base64url');
      if (secret.length === 32) return createSecretKey(secret);
    }
  } catch {
    // The reason may quote the key: the sentence below has to do.
  }
  throw damaged(file);
}

/** The private key of an audit log, by the algorithm that is set. Throws as {@link loadKey}. */
export async function loadAuditKey(folder: string, name: AuditKeyName, algorithm: AuditAlgorithm): Promise<JWK> {
  if (algorithm === 'Ed25519') return loadKey(folder, name);
  const file = auditKeyFile(folder, name, algorithm);
  const jwk = (await read(file, true)) as unknown as JWK;
  try {
    privateHex(jwk);
    return jwk;
  } catch {
    throw damaged(file);
  }
}

/** The public keys whose envelopes a subgraph accepts. Throws as {@link loadKey}, but anybody may read this file. */
export function loadTrustedKeys(folder: string): Promise<JSONWebKeySet> {
  return readKeySet(trustedKeysFile(folder));
}

/** The public keys that vouch for audit logs. Throws as {@link loadTrustedKeys}. */
export function loadAuditTrustedKeys(folder: string): Promise<JSONWebKeySet> {
  return readKeySet(auditTrustedKeysFile(folder));
}

/** Of any such file. Throws as {@link loadTrustedKeys}. */
export async function readKeySet(file: string): Promise<JSONWebKeySet> {
  const { keys } = await read(file, false);
  if (!Array.isArray(keys) || keys.length === 0) throw damaged(file);
  return { keys };
}

function isSecret(name: SigningKeyName | SecretKeyName): name is SecretKeyName {
  return (SECRET_KEYS as readonly string[]).includes(name);
}

async function read(file: string, secret: boolean): Promise<Record<string, unknown>> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error(
      `缺少密钥文件 ${file}，请运行 npm run keys 生成 / the key file ${file} is missing: make it with npm run keys`,
    );
  }
  try {
    // Windows knows no such modes.
    const exposed = secret && process.platform !== 'win32' && ((await handle.stat()).mode & 0o077) !== 0;
    if (exposed) {
      throw new Error(
        `密钥文件 ${file} 可被他人读取，请运行 chmod 600 / others may read the key file ${file}: run chmod 600 on it`,
      );
    }
    return parse(await handle.readFile('utf8'), file);
  } finally {
    await handle.close();
  }
}

function parse(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // JSON.parse quotes what it reads, which is a key.
  }
  throw damaged(file);
}

function damaged(file: string): Error {
  return new Error(
    `密钥文件 ${file} 已损坏，请恢复备份，或删除后运行 npm run keys / the key file ${file} is damaged: restore it, or delete it and run npm run keys`,
  );
}
