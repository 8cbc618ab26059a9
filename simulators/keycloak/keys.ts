import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/**
 * The issuer's private keys as JWKs: one for signing (RS256) and, as Keycloak always has it, one for encryption. With a file they are read from there, or
 * made and written there (mode 0600) at first start, so that tokens outlive a restart; without one they live as long as the process.
 */
export async function issuerKeys(file?: string): Promise<JWK[]> {
  if (file && existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { keys: JWK[] }).keys;
  const keys = await Promise.all([newKey('RS256', 'sig'), newKey('RSA-OAEP', 'enc')]);
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ keys }), { mode: 0o600, flag: 'wx' });
  }
  return keys;
}

async function newKey(alg: string, use: 'sig' | 'enc'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg, use };
}
