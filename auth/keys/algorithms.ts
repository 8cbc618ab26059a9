/** What an audit log's checkpoints are signed with: Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2) and the default user id. */
export const AUDIT_ALGORITHMS = ['Ed25519', 'SM2'] as const;
export type AuditAlgorithm = (typeof AUDIT_ALGORITHMS)[number];

export function isAuditAlgorithm(value: unknown): value is AuditAlgorithm {
  return AUDIT_ALGORITHMS.some((algorithm) => algorithm === value);
}

/** `AUDIT_SIGNATURE`. @default Ed25519 */
export function auditAlgorithm(env: NodeJS.ProcessEnv = process.env): AuditAlgorithm {
  const value = env.AUDIT_SIGNATURE || 'Ed25519';
  if (isAuditAlgorithm(value)) return value;
  throw new Error(`AUDIT_SIGNATURE 应为 Ed25519 或 SM2 / AUDIT_SIGNATURE is Ed25519 or SM2: ${value}`);
}
