import { createHmac, type KeyObject } from 'node:crypto';

/** `P-` a person (personUid), `PT-` a party: that person in one case (partyUid), `A-` a sealed case in the audit log. */
export type OpaqueIdKind = 'P' | 'PT' | 'A';

/**
 * An id that names without telling: HMAC-SHA-256 (RFC 2104) of the kind and the parts under the deployment's own key,
 * base64url after the prefix. The same parts give the same id in one deployment, another in the next, and nobody without
 * the key can guess it from a number. The parts are framed, so that ('a', 'bc') and ('ab', 'c') differ.
 */
export function opaqueId(key: KeyObject, kind: OpaqueIdKind, ...parts: readonly [string, ...string[]]): string {
  return `${kind}-${createHmac('sha256', key)
    .update(JSON.stringify([kind, ...parts]))
    .digest('base64url')}`;
}

/** By what the audit log names a sealed case: looks at one case can be told to be so, and not which case it is (DOMAIN 5.6). */
export function auditCaseId(key: KeyObject, caseUid: string): string {
  return opaqueId(key, 'A', caseUid);
}
