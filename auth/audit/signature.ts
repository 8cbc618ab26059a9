import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import type { AuditAlgorithm } from '#auth/keys/algorithms.ts';
import { privateHex, publicHex, sm2Library } from '#auth/keys/sm2.ts';

export interface CheckpointSigner {
  /** The key's `kid`. */
  readonly key: string;
  readonly algorithm: AuditAlgorithm;
  /** 64 bytes. */
  sign(message: Buffer): Buffer;
}

/** Of a private key as the keys folder has it (`loadAuditKey`): `crv` tells the algorithm. */
export function createSigner(jwk: JWK): CheckpointSigner {
  const key = String(jwk.kid);
  if (jwk.crv === 'SM2') {
    const secret = privateHex(jwk);
    const publicKey = publicHex(jwk);
    return {
      key,
      algorithm: 'SM2',
      sign: (message) => Buffer.from(sm2Library().doSignature(message, secret, { hash: true, publicKey }), 'hex'),
    };
  }
  const secret = createPrivateKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  return { key, algorithm: 'Ed25519', sign: (message) => sign(null, message, secret) };
}

/** Whether one of the public keys of this id and algorithm made the signature. */
export function createSignatureVerifier({
  keys,
}: JSONWebKeySet): (
  message: Buffer,
  signature: Buffer,
  by: { readonly key: string; readonly algorithm: AuditAlgorithm },
) => boolean {
  const known = keys.map((jwk) => ({
    kid: jwk.kid,
    algorithm: jwk.crv,
    verifies: jwk.crv === 'SM2' ? verifierSm2(jwk) : verifierEd25519(jwk),
  }));
  return (message, signature, by) =>
    known.some(
      ({ kid, algorithm, verifies }) => kid === by.key && algorithm === by.algorithm && verifies(message, signature),
    );
}

type Verifies = (message: Buffer, signature: Buffer) => boolean;

function verifierEd25519(jwk: JWK): Verifies {
  const key = createPublicKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  return (message, signature) => verify(null, message, key, signature);
}

/** `hash` is not its default, and without it the library accepts forged signatures. */
function verifierSm2(jwk: JWK): Verifies {
  const key = publicHex(jwk);
  let point: ReturnType<ReturnType<typeof sm2Library>['precomputePublicKey']> | undefined;
  return (message, signature) => {
    // Five times as fast, from the second signature on.
    point ??= sm2Library().precomputePublicKey(key);
    try {
      return sm2Library().doVerifySignature(message, signature.toString('hex'), point, { hash: true });
    } catch {
      // It throws on numbers outside the curve's order.
      return false;
    }
  };
}
