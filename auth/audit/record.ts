import type { EnvelopeContent } from '#auth/envelope/envelope.ts';

/** What a record is about. */
export type AuditEvent =
  /** The gateway's decision about an operation's fields and purpose, before anything is fetched. */
  | 'operation'
  /** What an operation ended with, before the answer leaves. */
  | 'answer'
  /** An owner's decision about a row, or about a value of one that is shown whole. */
  | 'row'
  /** The first request of a login session. */
  | 'login'
  /** A grant asked for, decided or revoked. */
  | 'grant'
  /** A decision explained to a security officer: no look at the case. */
  | 'explain'
  /** The policy text that a process decides by, where it is another than before. */
  | 'policy'
  | 'start'
  | 'stop'
  /** A look into the log itself. */
  | 'audit-read';

/** One entry of the log (DOMAIN 5.8): who, for what, about what, by which rule. Never a value, a name or an identity number. */
export interface AuditRecord {
  readonly event: AuditEvent;
  /** Null for what a process does by itself. */
  readonly requestId: string | null;
  /** The token's opaque subject; null for an anonymous request. */
  readonly actor: string | null;
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly purpose: string | null;
  /** `caseUid`, where the record is about a case that exists; of a sealed one its audit id. */
  readonly case: string | null;
  /** SHA-256 of the client's document, hex: the id of a trusted document. */
  readonly operation: string | null;
  /** What was asked for: `operation`, `Case`, `CourtCase`, `Grant` … */
  readonly subject: string;
  readonly decision: 'permit' | 'deny' | 'failure';
  /** The id of the deciding rule; of a failure the error's code. */
  readonly rule: string;
  /** Coordinates (`Type.field`) of the fields that the decision is about. */
  readonly fields?: readonly string[];
  /** Whether what was shown of personal numbers was masked; absent where none was shown. */
  readonly masked?: boolean;
  /** The grant that permitted it. */
  readonly grant?: string;
  /** Decided on facts that the registry remembered, since the owner did not answer. */
  readonly remembered?: boolean;
  /** The case was closed when it was looked at. */
  readonly closed?: true;
  /** Where the request came from: the address of the connection. The gateway's records only. */
  readonly source?: string;
  /** SM3 of the answer as it left: `sm3:` and 64 hex digits. */
  readonly digest?: string;
  /** Codes of the errors in the answer. */
  readonly codes?: readonly string[];
}

/** The part of a record that the envelope tells. */
export function actorOf(
  envelope: EnvelopeContent,
): Pick<AuditRecord, 'requestId' | 'actor' | 'roles' | 'agency' | 'purpose' | 'operation'> {
  const { principal, purpose, requestId, operation } = envelope;
  return {
    requestId,
    actor: principal.subject,
    roles: [...principal.roles],
    agency: principal.agency,
    purpose,
    operation,
  };
}

/** What a process does by itself: no one asked for it. */
export function processRecord(event: 'start' | 'stop' | 'policy', subject: string, rule: string): AuditRecord {
  const nobody = { requestId: null, actor: null, roles: [], agency: null, purpose: null, case: null, operation: null };
  return { event, ...nobody, subject, decision: 'permit', rule };
}
