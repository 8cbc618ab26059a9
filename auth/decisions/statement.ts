import type { KnownFacts } from '#auth/decisions/facts.ts';
import {
  type CaseTokenKind,
  type CaseTokenSubject,
  createCaseTokenMaker,
  createCaseTokenVerifier,
} from '#auth/envelope/case-token.ts';
import { ENVELOPE_SECONDS } from '#auth/envelope/envelope.ts';
import type { SigningKey, TrustedKeys } from '#auth/keys/live-keys.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { DepartmentFailure } from '#schema/errors/graph-error.ts';

/**
 * What casework found out about one case for one request, signed: owners decide their rows again from it,
 * so that the same department is not asked for the same facts twice in one question.
 */
export interface CaseStatement extends CaseTokenSubject {
  readonly findings: Findings;
}

export interface Findings {
  readonly stage: Stage | null;
  readonly records: readonly KnownFacts[];
  /** Keys, in every department's records, of the parties that are the caller's own: self, client, detainee. */
  readonly ownPartyKeys: readonly string[];
  /** Departments’ systems that failed to answer within this request: they are not asked a second time in it. */
  readonly failures: readonly DepartmentFailure[];
  /** What access signed of the caller's live grants for this case (`auth/grants`), for each owner to verify itself; `null` for none. */
  readonly grants: string | null;
}

export interface StatementMaker {
  sign(statement: CaseStatement): Promise<string>;
}

/** Findings, and of which case they are; nothing is found of none. */
export interface Stated extends Findings {
  readonly caseUid?: string;
}

export interface StatementVerifier {
  /**
   * What casework found, if it signed the statement for this very request and caller, and for this case where one is named; otherwise
   * nothing, which opens nothing.
   */
  verify(
    statement: string,
    expected: Pick<CaseStatement, 'requestId' | 'subject'> & { readonly caseUid?: string | undefined },
  ): Promise<Stated>;
}

const STATEMENT: CaseTokenKind = {
  signer: 'casework',
  type: 'case-statement+jwt',
  claim: 'findings',
  seconds: ENVELOPE_SECONDS,
};
export const NOTHING_FOUND: Findings = { stage: null, records: [], ownPartyKeys: [], failures: [], grants: null };

export async function createStatementMaker(signingKey: SigningKey): Promise<StatementMaker> {
  const make = await createCaseTokenMaker(STATEMENT, signingKey);
  return { sign: ({ findings, ...about }) => make(about, findings) };
}

export function createStatementVerifier(trusted: TrustedKeys): StatementVerifier {
  const verify = createCaseTokenVerifier(STATEMENT, trusted);
  return {
    async verify(statement, expected) {
      const verified = await verify(statement, expected);
      return verified === null ? NOTHING_FOUND : { ...(verified.told as Findings), caseUid: verified.caseUid };
    },
  };
}
