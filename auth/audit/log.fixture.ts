import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { AuditRecord } from '#auth/audit/record.ts';

/** A key of the log `court`, both halves. */
export const COURT_KEY: JWK = {
  ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JsonWebKey),
  kty: 'OKP',
  kid: 'audit-court',
};

/** A record that is told apart by its request. */
export function recordOf(requestId: string): AuditRecord {
  return {
    event: 'row',
    requestId,
    actor: 'sub',
    roles: ['court.judge'],
    agency: 'COURT-379999',
    purpose: 'HANDLE_CASE',
    case: null,
    operation: null,
    subject: 'Case',
    decision: 'deny',
    rule: 'deny.absent',
  };
}
