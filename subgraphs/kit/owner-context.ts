import { type Decision, decideForeignRecord } from '#auth/decisions/decide.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { Findings, StatementVerifier } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { Department } from '#schema/departments.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import type { FailedRequests } from '#subgraphs/kit/failed-requests.ts';

/** How another subgraph refers to a case: its id, and casework's signed statement about it. */
export interface CaseReference {
  readonly caseUid: string;
  readonly statement: string;
}

/** What the contexts of one department's subgraph share; one for the process. */
export interface OwnerParts {
  readonly department: Department;
  readonly statements: StatementVerifier;
  readonly failed: FailedRequests;
}

/** The context of a department's subgraph: it decides every row of its own again, whoever referred to it. */
export class OwnerContext extends RequestContext {
  readonly #parts: OwnerParts;

  constructor(parts: OwnerParts, envelope: VerifiedEnvelope, signal: AbortSignal) {
    super(envelope, signal);
    this.#parts = parts;
  }

  /** A call to the department's system, unless it has failed this request already. */
  protected asking<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#parts.failed.guard(this.envelope.requestId, call);
  }

  /** What casework found about the case. Throws if this department has failed in this request already: it is not asked twice. */
  async findings({ caseUid, statement }: CaseReference): Promise<Findings> {
    const { requestId, principal } = this.envelope;
    const findings = await this.#parts.statements.verify(statement, { requestId, subject: principal.subject, caseUid });
    const failed = findings.failures.find(({ department }) => department === this.#parts.department);
    if (failed) throw new DepartmentError(failed.code, failed);
    return findings;
  }

  /** Decides one row and notes the decision. Within `x-case`, a row of another case or of none that is known is denied. */
  mayShow(subject: string, caseUid: string | null, own: RecordFacts, findings: Findings): boolean {
    const { onlyCase } = this.envelope;
    const decision: Decision =
      onlyCase === null || onlyCase === caseUid
        ? decideForeignRecord(this.envelope, own, findings.records)
        : { allowed: false, rule: 'deny.other-case' };
    const remembered = decision.allowed && findings.records.some(({ live }) => !live);
    this.record(subject, caseUid, decision, remembered);
    return decision.allowed;
  }

  /** Fields that only casework may ask, in an envelope of its own. */
  requireCasework(): void {
    if (this.envelope.signer === 'casework') return;
    this.record('owner field', null, { allowed: false, rule: 'deny.not-casework' });
    throw new GraphError('FORBIDDEN');
  }
}
