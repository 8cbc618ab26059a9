import {
  type CryptoKey,
  createLocalJWKSet,
  errors,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import { type EnvelopeKeyName, keyFile, trustedKeysFile } from '#auth/keys/names.ts';
import { type WatchOptions, watchFile } from '#auth/keys/watched-file.ts';

/** A private Ed25519 key with its `kid`: one that stays, or what asks for the one that counts now. */
export type SigningKey = JWK | (() => Promise<JWK>);
/** Public keys: a set that stays, or what finds the key of a token among those that count now. */
export type TrustedKeys = JSONWebKeySet | JWTVerifyGetKey;

/** The holder's key as its file has it: another file, another key, without a restart. Rejects as {@link loadKey}. */
export async function watchSigningKey(
  folder: string,
  name: EnvelopeKeyName,
  options?: WatchOptions,
): Promise<() => Promise<JWK>> {
  const { current } = await watchFile(keyFile(folder, name), () => loadKey(folder, name), options);
  return current;
}

/**
 * The keys that subgraphs trust, as their file has them: at once where a key is asked for that was not there a moment ago, within a second
 * where one has gone. Rejects as {@link loadTrustedKeys}.
 */
export async function watchTrustedKeys(folder: string, options?: WatchOptions): Promise<JWTVerifyGetKey> {
  const read = async () => createLocalJWKSet(await loadTrustedKeys(folder));
  const file = await watchFile(trustedKeysFile(folder), read, options);
  return async (header, token) => {
    const keys = await file.current();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await file.now())(header, token);
    }
  };
}

export function anyOf(trusted: TrustedKeys): JWTVerifyGetKey {
  return typeof trusted === 'function' ? trusted : createLocalJWKSet(trusted);
}

/** Those keys among the trusted ones that are this holder's: a key signs for its own holder only. */
export function keysOf(trusted: TrustedKeys, name: EnvelopeKeyName): JWTVerifyGetKey {
  const keys = anyOf(trusted);
  return (header, token) => {
    if (!isKeyOf(name, header.kid)) throw new errors.JWKSNoMatchingKey();
    return keys(header, token);
  };
}

/** The first key of a holder is called by his name, each later one by it, a dot and something of its own. */
export function isKeyOf(name: EnvelopeKeyName, kid: string | undefined): boolean {
  return kid === name || kid?.startsWith(`${name}.`) === true;
}

/** What gives the key to sign with now, ready for `jose`, and its `kid`; imported once a key. Rejects where the first is none. */
export async function readySigningKey(
  key: SigningKey,
): Promise<() => Promise<{ readonly key: CryptoKey; readonly kid: string }>> {
  const current = typeof key === 'function' ? key : async () => key;
  const importFrom = async (jwk: JWK) => ({ jwk, key: (await importJWK(jwk, 'EdDSA')) as CryptoKey });
  let ready = await importFrom(await current());
  return async () => {
    const jwk = await current();
    if (ready.jwk !== jwk) ready = await importFrom(jwk);
    return { key: ready.key, kid: String(jwk.kid) };
  };
}
