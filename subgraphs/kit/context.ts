import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { type AuditRecord, actorOf } from '#auth/audit/record.ts';
import type { Decision } from '#auth/decisions/decide.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { GraphError } from '#schema/errors/graph-error.ts';

/** What every resolver of one request can reach. Made anew for each request and thrown away with it. */
export class RequestContext {
  readonly envelope: VerifiedEnvelope;
  readonly legacyCall: LegacyCall;
  readonly #audit: AuditRecord[] = [];
  readonly #partialErrors: PartialError[] = [];

  constructor(envelope: VerifiedEnvelope, signal: AbortSignal) {
    this.envelope = envelope;
    this.legacyCall = { requestId: envelope.requestId, signal };
  }

  /** Notes a decision about a row; it is in the log before the answer leaves. */
  record(subject: string, caseUid: string | null, decision: Decision, remembered = false): void {
    this.#audit.push({
      ...actorOf(this.envelope),
      case: caseUid,
      subject,
      decision: decision.allowed ? 'permit' : 'deny',
      rule: decision.rule,
      ...(remembered && { remembered }),
    });
  }

  /** An error at a list that still has the rows of the other owners: GraphQL itself knows errors at nulls only. */
  partialError(path: readonly (string | number)[], error: GraphError): void {
    this.#partialErrors.push({ path, error });
  }

  get auditRecords(): readonly AuditRecord[] {
    return this.#audit;
  }

  get partialErrors(): readonly PartialError[] {
    return this.#partialErrors;
  }
}

export interface PartialError {
  readonly path: readonly (string | number)[];
  readonly error: GraphError;
}
