import type { EnvelopeContent } from '#auth/envelope/envelope.ts';

/** One decision, as the log keeps it (DOMAIN 5.8): who, for what, about what, by which rule. Never a value, a name or an identity number. */
export interface AuditRecord {
  readonly requestId: string;
  /** The token's opaque subject; null for an anonymous request. */
  readonly actor: string | null;
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly purpose: string | null;
  /** `caseUid`, where the decision is about a case that exists. */
  readonly case: string | null;
  /** What was asked for: `Query.case`, `CourtCase`, `LegalAidCase` … */
  readonly subject: string;
  readonly decision: 'permit' | 'deny' | 'failure';
  readonly rule: string;
  /** Coordinates (`Type.field`) of the fields that the decision is about. */
  readonly fields?: readonly string[];
  /** Decided on facts that the registry remembered, since the owner did not answer. */
  readonly remembered?: boolean;
}

/** The part of a record that the envelope tells. */
export function actorOf(
  envelope: EnvelopeContent,
): Pick<AuditRecord, 'requestId' | 'actor' | 'roles' | 'agency' | 'purpose'> {
  const { principal, purpose, requestId } = envelope;
  return { requestId, actor: principal.subject, roles: [...principal.roles], agency: principal.agency, purpose };
}
