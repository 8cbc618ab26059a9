import { join } from 'node:path';
import { SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import type { AuditAlgorithm } from '#auth/keys/algorithms.ts';

/** The signing keys whose public halves subgraphs trust. */
export const ENVELOPE_KEYS = ['envelope-gateway', 'envelope-casework', 'envelope-access'] as const;
export type EnvelopeKeyName = (typeof ENVELOPE_KEYS)[number];

/** Each signs the checkpoints of one audit log. */
export type AuditKeyName = `audit-${'gateway' | SubgraphName}`;
export const AUDIT_KEYS: readonly AuditKeyName[] = [
  'audit-gateway',
  ...SUBGRAPHS.map((name) => `audit-${name}` as const),
];

/** Ed25519 private keys (RFC 8037). Their `kid` is their name, or begins with it and a dot: receivers take it for the holder's. */
export type SigningKeyName = EnvelopeKeyName | AuditKeyName;
export const SIGNING_KEYS: readonly SigningKeyName[] = [...ENVELOPE_KEYS, ...AUDIT_KEYS];

/** 256-bit secrets: AES-256-GCM of the registry’s names; HMAC-SHA-256 of the opaque ids, and of the ids by which the log names cases. */
export const SECRET_KEYS = ['registry-encryption', 'opaque-id', 'audit-case'] as const;
export type SecretKeyName = (typeof SECRET_KEYS)[number];

export function keyFile(folder: string, name: SigningKeyName | SecretKeyName): string {
  return join(folder, `${name}.jwk.json`);
}

/** The key of the other algorithm lies beside it, so that the setting may change back. */
export function auditKeyFile(folder: string, name: AuditKeyName, algorithm: AuditAlgorithm): string {
  return algorithm === 'Ed25519' ? keyFile(folder, name) : join(folder, `${name}.sm2.jwk.json`);
}

/** Public keys only, and so readable by all. */
export function trustedKeysFile(folder: string): string {
  return join(folder, 'envelope-trusted.jwks.json');
}

/** The public halves of all audit keys, earlier ones too: what they signed must still verify. Readable by all. */
export function auditTrustedKeysFile(folder: string): string {
  return join(folder, 'audit-trusted.jwks.json');
}
