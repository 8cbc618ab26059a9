import { createRequire } from 'node:module';
import type { JWK } from 'jose';

const require = createRequire(import.meta.url);

/** The library, when it is first needed: it takes 11 MiB, and who signs with Ed25519 needs none of it. */
export function sm2Library(): typeof import('sm-crypto-v2').sm2 {
  return (require('sm-crypto-v2') as typeof import('sm-crypto-v2')).sm2;
}

/** A new SM2 key (GB/T 32918) in the shape of a JWK. No registered curve name exists: `SM2` is ours. */
export function generateSm2Key(kid: string): JWK {
  const { privateKey, publicKey } = sm2Library().generateKeyPairHex();
  return {
    kty: 'EC',
    crv: 'SM2',
    x: encoded(publicKey.slice(2, 66)),
    y: encoded(publicKey.slice(66)),
    d: encoded(privateKey),
    alg: 'SM2',
    use: 'sig',
    kid,
  };
}

/** The private number, 64 hex digits. Throws where the key is not one. */
export function privateHex(jwk: JWK): string {
  const secret = decoded(jwk.d);
  if (sm2Library().getPublicKeyFromPrivateKey(secret) !== publicHex(jwk))
    throw new Error('the halves of an SM2 key differ');
  return secret;
}

/** The uncompressed point, 130 hex digits. Throws where the key is not one on the curve. */
export function publicHex(jwk: JWK): string {
  const point = `04${decoded(jwk.x)}${decoded(jwk.y)}`;
  if (!sm2Library().verifyPublicKey(point)) throw new Error('not a point of the SM2 curve');
  return point;
}

function encoded(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function decoded(part: string | undefined): string {
  const bytes = Buffer.from(part ?? '', 'base64url');
  if (bytes.length !== 32) throw new Error('a part of an SM2 key is not of 32 bytes');
  return bytes.toString('hex');
}
