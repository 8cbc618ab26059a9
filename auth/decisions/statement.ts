import { jwtVerify, SignJWT } from 'jose';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { ENVELOPE_SECONDS } from '#auth/envelope/envelope.ts';
import { keysOf, readySigningKey, type SigningKey, type TrustedKeys } from '#auth/keys/live-keys.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';

/**
 * What casework found out about one case for one request, signed: owners decide their rows again from it,
 * so that the same department is not asked for the same facts twice in one question.
 */
export interface CaseStatement {
  readonly requestId: string;
  readonly subject: string;
  readonly caseUid: string;
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

export interface DepartmentFailure {
  readonly code: DepartmentErrorCode;
  readonly department: Department;
  readonly system: SystemName;
  /** @default what the code says */
  readonly retryable?: boolean;
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

const TYPE = 'case-statement+jwt';
const SIGNER = 'casework';
export const NOTHING_FOUND: Findings = { stage: null, records: [], ownPartyKeys: [], failures: [], grants: null };

export async function createStatementMaker(signingKey: SigningKey): Promise<StatementMaker> {
  const ready = await readySigningKey(signingKey);
  return {
    async sign({ requestId, subject, caseUid, findings }) {
      const { key, kid } = await ready();
      return new SignJWT({ rid: requestId, case: caseUid, findings })
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
        .setIssuer(SIGNER)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(`${ENVELOPE_SECONDS}s`)
        .sign(key);
    },
  };
}

export function createStatementVerifier(trusted: TrustedKeys): StatementVerifier {
  const keys = keysOf(trusted, `envelope-${SIGNER}`);
  return {
    async verify(statement, { requestId, subject, caseUid }) {
      try {
        const { payload } = await jwtVerify(statement, keys, {
          issuer: SIGNER,
          subject,
          typ: TYPE,
          algorithms: ['EdDSA', 'Ed25519'],
          requiredClaims: ['exp', 'rid', 'case', 'findings'],
          clockTolerance: 5,
        });
        const stated = { ...(payload.findings as Findings), caseUid: String(payload.case) };
        return payload.rid === requestId && stated.caseUid === (caseUid ?? stated.caseUid) ? stated : NOTHING_FOUND;
      } catch {
        return NOTHING_FOUND;
      }
    },
  };
}
