import type { KeyObject } from 'node:crypto';
import type { Decision } from '#auth/decisions/decide.ts';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { GrantsMaker } from '#auth/grants/sign.ts';
import { auditCaseId } from '#auth/opaque-id.ts';
import { fieldRule } from '#auth/policies/fields.ts';
import { effectiveRoles } from '#auth/policies/roles.ts';
import type { Auditor } from '#subgraphs/access/audit/auditor.ts';
import type { ExplainClient } from '#subgraphs/access/explain/casework-client.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import type { GrantLimits } from '#subgraphs/access/grants/limits.ts';
import type { AccessStore } from '#subgraphs/access/store/access-store.ts';
import type { ExplainQuestion, FieldExplanation } from '#subgraphs/casework/explain/question.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** What the subgraph's contexts are made from; one for the process. */
export interface AccessParts {
  readonly store: AccessStore;
  readonly auditor: Auditor;
  /** Signs what casework asks at the door. */
  readonly grants: GrantsMaker;
  readonly limits: GrantLimits;
  /** Asks casework how it would decide. */
  readonly explain: ExplainClient;
  /** `audit-case` of auth/keys: the log names a case by its audit id, since nobody has asked whether it is sealed. */
  readonly auditCaseKey: KeyObject;
  /** Security time; the demo's business day does not move it. */
  readonly now: () => Date;
}

export class AccessContext extends RequestContext {
  readonly #parts: AccessParts;
  /** Who asks, with the roles that count: a token may say more than may stand together. */
  readonly caller: Principal;

  constructor(parts: AccessParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(envelope, scope);
    this.#parts = parts;
    this.caller = { ...envelope.principal, roles: effectiveRoles(envelope.principal.roles) };
  }

  get store(): AccessStore {
    return this.#parts.store;
  }

  get auditor(): Auditor {
    return this.#parts.auditor;
  }

  get limits(): GrantLimits {
    return this.#parts.limits;
  }

  now(): Date {
    return this.#parts.now();
  }

  /** How casework would decide. @throws GraphError */
  explain(question: ExplainQuestion): Promise<readonly FieldExplanation[]> {
    return this.#parts.explain.ask(question, this.envelope, this.legacyCall.signal);
  }

  /**
   * Notes that decisions are explained to the caller: about whom, or about everybody, about which number, under its audit id, and about which
   * of the graph's fields. What the caller typed in place of one may be anything.
   */
  recordExplanation(subject: string | null, number: string | null, asked: readonly string[]): void {
    const fields = asked.filter((field) => fieldRule(field) !== null);
    this.recordEvent('explain', {
      subject: subject ?? 'everybody',
      case: number && auditCaseId(this.#parts.auditCaseKey, number),
      decision: 'permit',
      rule: 'explain',
      ...(fields.length > 0 && { fields }),
    });
  }

  /** Notes an act on a grant that there is not: what was asked for in place of one may be anything. */
  recordNoGrant(): void {
    this.recordEvent('grant', { subject: 'Grant', case: null, decision: 'deny', rule: 'deny.absent' });
  }

  /** Notes an act on a grant, done or refused. */
  recordGrant(
    { grantUid, caseUid, fields }: Pick<Grant, 'caseUid' | 'fields'> & { readonly grantUid: string | null },
    { allowed, rule }: Pick<Decision, 'allowed' | 'rule'>,
  ): void {
    this.recordEvent('grant', {
      subject: 'Grant',
      case: auditCaseId(this.#parts.auditCaseKey, caseUid),
      decision: allowed ? 'permit' : 'deny',
      rule,
      ...(grantUid !== null && { grant: grantUid }),
      ...(fields.length > 0 && { fields }),
    });
  }

  /** What these grants are to an owner, signed for this request. */
  signGrants(caseUid: string, grants: readonly Grant[], now: Date): Promise<string> {
    const { requestId, principal } = this.envelope;
    return this.#parts.grants.sign(
      {
        requestId,
        subject: principal.subject,
        caseUid,
        grants: grants.map(({ grantUid, kind, agency, fields, until }) => ({
          grantUid,
          kind,
          caseUid,
          agency,
          fields,
          until: until.toISOString(),
        })),
      },
      now.getTime(),
    );
  }
}
