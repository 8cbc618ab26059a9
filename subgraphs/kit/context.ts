import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { type AuditEvent, type AuditRecord, actorOf } from '#auth/audit/record.ts';
import type { Decision } from '#auth/decisions/decide.ts';
import type { EnvelopeSigner, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { type DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** What the log keeps of a decision besides who, what and by which rule. */
export type DecisionDetail = Pick<AuditRecord, 'remembered' | 'masked' | 'grant' | 'fields' | 'closed'>;

/** What every resolver of one fetch can reach. Made anew for each fetch; what the request learnt is in its scope. */
export class RequestContext {
  readonly envelope: VerifiedEnvelope;
  readonly scope: RequestScope;
  readonly #audit: AuditRecord[] = [];
  #append: (records: readonly AuditRecord[]) => void = () => {};
  #written = 0;
  readonly #partialErrors: PartialError[] = [];
  readonly #failures = new Set<DepartmentError>();

  constructor(envelope: VerifiedEnvelope, scope: RequestScope) {
    this.envelope = envelope;
    this.scope = scope;
  }

  get legacyCall(): LegacyCall {
    return this.scope.legacyCall;
  }

  /** Notes a decision about a row; it is in the log before the answer leaves. `caseUid`: of a sealed case, its audit id. */
  record(subject: string, caseUid: string | null, decision: Decision, detail: DecisionDetail = {}): void {
    this.#audit.push({
      event: 'row',
      ...actorOf(this.envelope),
      case: caseUid,
      subject,
      decision: decision.allowed ? 'permit' : 'deny',
      rule: decision.rule,
      ...(decision.allowed && decision.grant !== undefined && { grant: decision.grant }),
      ...detail,
    });
  }

  /** Notes that a department failed, once for each way in which it did. */
  recordFailure({ code, department }: DepartmentError): void {
    const failure = { subject: department, decision: 'failure', rule: code } as const;
    const isKnown = this.#audit.some(
      ({ subject, decision, rule }) => `${subject} ${decision} ${rule}` === `${department} failure ${code}`,
    );
    if (!isKnown) this.#audit.push({ event: 'row', ...actorOf(this.envelope), case: null, ...failure });
  }

  /** Notes what is no decision about a row: a grant, an explanation, a look into the log. */
  recordEvent(
    event: AuditEvent,
    entry: Pick<AuditRecord, 'case' | 'subject' | 'decision' | 'rule'> & DecisionDetail,
  ): void {
    this.#audit.push({ event, ...actorOf(this.envelope), ...entry });
  }

  /** Whose envelope it must be, whatever it says of its caller: each of us asks by a way of its own. @throws GraphError FORBIDDEN */
  requireSigner(signer: EnvelopeSigner, subject: string): void {
    if (this.envelope.signer === signer) return;
    this.record(subject, null, { allowed: false, rule: `deny.not-${signer}` });
    throw new GraphError('FORBIDDEN');
  }

  /** Where decisions are written. */
  keepAudit(append: (records: readonly AuditRecord[]) => void): void {
    this.#append = append;
  }

  /** Writes what was decided so far: before an answer leaves, and before anything is changed. @throws GraphError AUDIT_UNAVAILABLE */
  writeAudit(): void {
    this.#append(this.#audit.slice(this.#written));
    this.#written = this.#audit.length;
  }

  /** An error at a list that still has the rows of the other owners: GraphQL itself knows errors at nulls only. */
  partialError(path: readonly (string | number)[], error: GraphError): void {
    this.#partialErrors.push({ path, error });
  }

  /** A failure that the answer itself carries, where GraphQL sees no error: for the log, once each. */
  failed(error: DepartmentError): void {
    this.#failures.add(error);
  }

  get failures(): readonly DepartmentError[] {
    return [...this.#failures];
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
