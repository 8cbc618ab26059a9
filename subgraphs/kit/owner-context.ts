import { type Decision, decideForeignRecord } from '#auth/decisions/decide.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { Findings, StatementVerifier } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { Department } from '#schema/departments.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';

/** How another subgraph refers to a case: its id, and casework's signed statement about it. */
export interface CaseReference {
  readonly caseUid: string;
  readonly statement: string;
}

/** The context of a department's subgraph: it decides every row of its own again, whoever referred to it. */
export class OwnerContext extends RequestContext {
  readonly #department: Department;
  readonly #statements: StatementVerifier;

  constructor(department: Department, statements: StatementVerifier, envelope: VerifiedEnvelope, signal: AbortSignal) {
    super(envelope, signal);
    this.#department = department;
    this.#statements = statements;
  }

  /** What casework found about the case. Throws if this department has failed in this request already: it is not asked twice. */
  async findings({ caseUid, statement }: CaseReference): Promise<Findings> {
    const { requestId, principal } = this.envelope;
    const findings = await this.#statements.verify(statement, { requestId, subject: principal.subject, caseUid });
    const failed = findings.failures.find(({ department }) => department === this.#department);
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
