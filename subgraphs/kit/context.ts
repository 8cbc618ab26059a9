import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { type AuditEvent, type AuditRecord, actorOf } from '#auth/audit/record.ts';
import type { Decision } from '#auth/decisions/decide.ts';
import type { EnvelopeSigner, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { holdsPolicy, purposeFits } from '#auth/policies/policies.ts';
import { areSeparated, effectiveRoles } from '#auth/policies/roles.ts';
import { type DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import type { Purpose } from '#schema/purposes.ts';
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

  /**
   * The gateway has asked the same; where no row decides who may ask, a subgraph does not rely on that.
   * @param subject what the log says was asked for
   * @returns the purpose that fits
   * @throws GraphError FORBIDDEN or PURPOSE_REQUIRED
   */
  requirePolicy(policy: string, subject: string = policy): Purpose {
    const { purpose, principal } = this.envelope;
    const roles = effectiveRoles(principal.roles);
    if (purpose !== null && purposeFits(roles, policy, purpose)) return purpose;
    const rule = areSeparated(principal.roles) ? 'deny.separation' : 'deny.default';
    this.record(subject, null, { allowed: false, rule });
    throw new GraphError(holdsPolicy(roles, policy) ? 'PURPOSE_REQUIRED' : 'FORBIDDEN');
  }

  /** The same where what is shown is the caller's own agency's, whatever the question says. @returns the agency */
  requireAgency(policy: string, subject: string = policy): string {
    this.requirePolicy(policy, subject);
    const { agency } = this.envelope.principal;
    if (agency !== null) return agency;
    this.record(subject, null, { allowed: false, rule: 'deny.default' });
    throw new GraphError('FORBIDDEN');
  }

  /** The same for a field that lists what is kept here: whoever looks is on record. @throws GraphError FORBIDDEN or PURPOSE_REQUIRED */
  requireLook(policy: string, field: string): void {
    this.requirePolicy(policy);
    const look = { allowed: true, rule: 'fields.permitted', view: 'WHOLE' } as const;
    this.record(policy, null, look, { fields: [`Query.${field}`] });
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
