import { type CaseView, type Decision, decideCase } from '#auth/decisions/decide.ts';
import { factsAbout } from '#auth/decisions/facts.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { gatherFacts } from '#subgraphs/casework/gather-facts.ts';
import { OWNERS, type Owner, ownerOf } from '#subgraphs/casework/owners/owner.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

/** A case that this caller may see, with what the decision rested on. */
export interface FoundCase {
  readonly row: RegisteredCase;
  readonly view: CaseView;
  /** Narrowed to the caller: what may travel to the owners. */
  readonly findings: Findings;
}

/** Which department allots each kind of number. Our own caseUid is allotted by the platform, which has no system to ask. */
const ISSUERS = {
  COURT_CASE_NO: 'COURT',
  ACCEPTANCE_NO: 'PROCURATORATE',
  POLICE_CASE_NO: 'POLICE',
  CASE_UID: null,
} as const;

/**
 * Finds a case by one of its numbers and decides whether the caller may see it; null if not, or if there is none.
 * Known or not, a number costs the same: one registry look-up, one facts call to the department that allots the kind and one to the
 * caller's own. While one of them does not answer, remembered facts may open the case; anything else is that department's error, for any number.
 */
export async function findCase(
  context: CaseworkContext,
  kind: CaseNumberKind,
  number: string,
): Promise<FoundCase | null> {
  const { envelope } = context;
  const row = await context.casesByNumber(kind).load(number);
  const findings = await gatherFacts(context, ownersToAsk(kind, envelope.principal.agency), row, { kind, number });
  const decision = decide(context, row, findings);
  const remembered = decision.allowed && findings.records.some(({ live }) => !live);
  context.record('Case', row?.caseUid ?? null, decision, remembered);

  if (decision.allowed && row) {
    const records = findings.records.map((facts) => factsAbout(envelope.principal.staffNo, facts));
    return { row, view: decision.view, findings: { ...findings, records } };
  }
  const [failure] = findings.failures;
  if (failure) throw new DepartmentError(failure.code, failure);
  return null;
}

function decide({ envelope }: CaseworkContext, row: RegisteredCase | null, findings: Findings): Decision {
  if (row === null) return { allowed: false, rule: 'deny.absent' };
  if (envelope.onlyCase !== null && envelope.onlyCase !== row.caseUid)
    return { allowed: false, rule: 'deny.other-case' };
  if (row.sealed) return { allowed: false, rule: 'deny.sealed' };
  const unheard = findings.failures.some(
    ({ department }) => !findings.records.some((facts) => facts.department === department && !facts.lapsed),
  );
  return unheard ? { allowed: false, rule: 'deny.department-failed' } : decideCase(envelope, findings.records);
}

function ownersToAsk(kind: CaseNumberKind, agency: string | null): Owner[] {
  const asked = new Set([ownerOf(ISSUERS[kind]), ownerOf(agency === null ? null : departmentOfAgency(agency))]);
  return OWNERS.filter((owner) => asked.has(owner));
}
