import { join } from 'node:path';

/** Ed25519 private keys (RFC 8037). Their `kid` is their name: receivers take it for the holder's. */
export const SIGNING_KEYS = [
  'envelope-gateway',
  'envelope-casework',
  'envelope-access',
  'audit-gateway',
  'audit-casework',
  'audit-court',
  'audit-legal-aid',
  'audit-police',
  'audit-procuratorate',
  'audit-notary',
  'audit-access',
] as const;
export type SigningKeyName = (typeof SIGNING_KEYS)[number];

/** 256-bit secrets: AES-256-GCM of the registry's names, HMAC-SHA-256 of the opaque ids. */
export const SECRET_KEYS = ['registry-encryption', 'opaque-id'] as const;
export type SecretKeyName = (typeof SECRET_KEYS)[number];

/** The signing keys whose public halves subgraphs trust. */
export const ENVELOPE_KEYS = [
  'envelope-gateway',
  'envelope-casework',
  'envelope-access',
] as const satisfies readonly SigningKeyName[];

export function keyFile(folder: string, name: SigningKeyName | SecretKeyName): string {
  return join(folder, `${name}.jwk.json`);
}

/** Public keys only, and so readable by all. */
export function trustedKeysFile(folder: string): string {
  return join(folder, 'envelope-trusted.jwks.json');
}
