import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** A pair of keys as `auth/keys` makes them, under this key id. */
export async function signingPair(kid: string): Promise<{ readonly secret: JWK; readonly trusted: JSONWebKeySet }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return {
    secret: { ...(await exportJWK(privateKey)), kid },
    trusted: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' }] },
  };
}
