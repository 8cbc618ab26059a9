import type { JWK } from 'jose';
import { sm2 } from 'sm-crypto-v2';

/** A new SM2 key (GB/T 32918) in the shape of a JWK. No registered curve name exists: `SM2` is ours. */
export function generateSm2Key(kid: string): JWK {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
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
  if (sm2.getPublicKeyFromPrivateKey(secret) !== publicHex(jwk)) throw new Error('the halves of an SM2 key differ');
  return secret;
}

/** The uncompressed point, 130 hex digits. Throws where the key is not one on the curve. */
export function publicHex(jwk: JWK): string {
  const point = `04${decoded(jwk.x)}${decoded(jwk.y)}`;
  if (!sm2.verifyPublicKey(point)) throw new Error('not a point of the SM2 curve');
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
