import { createHmac, randomBytes } from 'node:crypto';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';

/** Of this process alone: what a department's logs hold of a caller cannot be turned back, and no two departments' logs can be joined by it. */
const KEY = randomBytes(32);

/** Whose a legacy call is, as far as connector and system may know. */
export type LegacyCaller = Pick<LegacyCall, 'caller' | 'rights'>;

/** The caller behind an envelope, and all of it that decides what may be seen: the order of roles does not. */
export function legacyCallerOf({ principal, purpose, onlyCase }: VerifiedEnvelope): LegacyCaller {
  const { issuer, subject, agency, staffNo, licenceNo } = principal;
  const roles = [...principal.roles].sort();
  return {
    caller: digest('caller', [issuer, subject]),
    rights: digest('rights', [issuer, subject, roles, agency, staffNo, licenceNo, purpose, onlyCase]),
  };
}

/** A subgraph that asks for itself: whether the system answers. */
export function ownCall(requestId: string, signal: AbortSignal): LegacyCall {
  return { requestId, caller: digest('own', []), rights: digest('own rights', []), signal };
}

/** 43 characters of base64url. */
function digest(kind: string, parts: readonly unknown[]): string {
  return createHmac('sha256', KEY)
    .update(JSON.stringify([kind, ...parts]))
    .digest('base64url');
}
