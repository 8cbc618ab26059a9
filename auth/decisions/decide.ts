import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';

/** What of a case a permitted caller may see: all that the role's policies open, or the legal aid records alone (WORLD 7). */
export type CaseView = 'WHOLE' | 'LEGAL_AID_ONLY';

/** The outcome of a decision: a denial names its rule too, for the audit log and nobody else. */
export type Decision =
  | { readonly allowed: true; readonly rule: string; readonly view: CaseView }
  | { readonly allowed: false; readonly rule: string };

const HANDLER_FUNCTIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['court.judge', new Set(['PRESIDING_JUDGE', 'JUDGE'])],
  ['court.clerk', new Set(['CLERK'])],
]);

const deny = (rule: string): Decision => ({ allowed: false, rule });
const permit = (rule: string, view: CaseView): Decision => ({ allowed: true, rule, view });

type Asker = Pick<EnvelopeContent, 'principal' | 'purpose'>;

/**
 * May this caller see this record? role ∧ agency ∧ assignment ∧ purpose ∧ ¬recusal ∧ ¬seal ∧ ¬label, and no in every other case (DOMAIN 5.1).
 * Roles whose department's system is not connected yet are denied by the last rule.
 */
export function decideRecord({ principal, purpose }: Asker, facts: RecordFacts): Decision {
  if (facts.labelled) return deny('deny.secrecy-label');
  if (facts.sealed) return deny('deny.sealed');
  if (principal.staffNo === null) return deny('deny.default');
  if (facts.recusedStaffNos.includes(principal.staffNo)) return deny('deny.recused');
  if (principal.agency !== facts.agencyCode) return deny('deny.other-agency');

  if (facts.department === 'COURT' && purpose === 'HANDLE_CASE') {
    const assigned = facts.assignments.filter(({ staffNo }) => staffNo === principal.staffNo);
    for (const role of principal.roles) {
      const functions = HANDLER_FUNCTIONS.get(role);
      if (functions && assigned.some((assignment) => functions.has(assignment.function)))
        return permit('permit.court-handler', 'WHOLE');
    }
    return deny('deny.not-assigned');
  }
  if (facts.department === 'JUSTICE' && purpose === 'LEGAL_AID' && principal.roles.has('justice.legal_aid_officer')) {
    return permit('permit.legal-aid-officer', 'LEGAL_AID_ONLY');
  }
  return deny('deny.default');
}

/** May this caller see the case that these records belong to? A seal, a label or a recusal on one record closes the whole case. */
export function decideCase(asker: Asker, records: readonly RecordFacts[]): Decision {
  const decisions = records.map((facts) => decideRecord(asker, facts));
  const permits = decisions.filter((decision) => decision.allowed);
  return (
    decisions.find(closes) ??
    permits.find(({ view }) => view === 'WHOLE') ??
    permits[0] ??
    decisions[0] ??
    deny('deny.no-facts')
  );
}

const CLOSING_RULES = new Set(['deny.secrecy-label', 'deny.sealed', 'deny.recused']);

function closes({ rule }: Decision): boolean {
  return CLOSING_RULES.has(rule);
}

/**
 * May this caller see a department's record of the case, given that record's own facts? Yes, if it is the caller's own or the caller handles
 * the case as a whole; what closes the case by one of its records closes this one too. Whether the role may see that kind of record at all
 * was decided by the field's policy.
 */
export function decideForeignRecord(asker: Asker, own: RecordFacts, records: readonly RecordFacts[]): Decision {
  const ofRecord = decideRecord(asker, own);
  const ofCase = decideCase(asker, records);
  if (closes(ofRecord)) return ofRecord;
  if (closes(ofCase)) return ofCase;
  if (ofRecord.allowed) return ofRecord;
  return ofCase.allowed && ofCase.view === 'WHOLE'
    ? permit('permit.handler-of-case', 'WHOLE')
    : deny('deny.not-handler-of-case');
}
