import type { RecordFacts } from '#auth/decisions/facts.ts';
import { holderOf, type Rule, rulesFor } from '#auth/decisions/rules.ts';
import { type CaseView, reaches, viewAt } from '#auth/decisions/views.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** The outcome of a decision: a denial names its rule too, for the audit log and nobody else. */
export type Decision =
  | { readonly allowed: true; readonly rule: string; readonly view: CaseView }
  | { readonly allowed: false; readonly rule: string };

const deny = (rule: string): Decision => ({ allowed: false, rule });
const permit = (rule: string, view: CaseView): Decision => ({ allowed: true, rule, view });

type Asker = Pick<EnvelopeContent, 'principal' | 'purpose'>;

/** What is known of a case when it is decided: its records' facts, and its stage where that is known. */
export interface CaseFacts {
  readonly records: readonly RecordFacts[];
  readonly stage: Stage | null;
}

/**
 * May this caller see this record? role ∧ agency ∧ assignment ∧ stage ∧ purpose ∧ ¬recusal ∧ ¬seal ∧ ¬label, and no in every other
 * case (DOMAIN 5.1).
 */
export function decideRecord({ principal, purpose }: Asker, facts: RecordFacts, stage: Stage | null = null): Decision {
  if (facts.labelled) return deny('deny.secrecy-label');
  if (facts.sealed) return deny('deny.sealed');
  if (principal.staffNo !== null && facts.recusedStaffNos.includes(principal.staffNo)) return deny('deny.recused');
  const rules = rulesFor(principal, purpose).filter(({ departments }) => departments.includes(facts.department));
  if (rules.length === 0) return deny('deny.default');
  const mine = rules.filter(({ ownAgency }) => !ownAgency || principal.agency === facts.agencyCode);
  if (mine.length === 0) return deny('deny.other-agency');
  const rule = mine.find((each) => ties(each, principal, facts));
  return rule ? permit(rule.id, viewAt(rule.view, stage)) : deny('deny.not-assigned');
}

function ties(rule: Rule, principal: Asker['principal'], { assignments, agencyCode }: RecordFacts): boolean {
  const holder = holderOf(rule, principal);
  if (holder === null) return false;
  if (rule.functions === null) return holder === agencyCode;
  return assignments.some((each) => each.holder === holder && rule.functions?.includes(each.function));
}

/** May this caller see the case that these records belong to? A seal, a label or a recusal on one record closes the whole case. */
export function decideCase(asker: Asker, { records, stage }: CaseFacts): Decision {
  const decisions = records.map((facts) => decideRecord(asker, facts, stage));
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
 * May this caller see a department's record of the case, given that record's own facts, and how much of it? As much as the caller's own
 * tie to it opens, or the caller's view of the case; what closes the case by one of its records closes this one too. Of a record at
 * another agency of the caller's own department, the number, state and dates.
 */
export function decideForeignRecord(asker: Asker, own: RecordFacts, found: CaseFacts): Decision {
  const ofRecord = decideRecord(asker, own, found.stage);
  const ofCase = decideCase(asker, found);
  if (closes(ofRecord)) return ofRecord;
  if (closes(ofCase)) return ofCase;
  if (ofRecord.allowed && (!ofCase.allowed || ofRecord.view === ofCase.view || ofRecord.view === 'WHOLE'))
    return ofRecord;
  if (!ofCase.allowed || !reaches(ofCase.view, own.department)) return deny('deny.not-handler-of-case');
  return isElsewhere(asker, own)
    ? permit('permit.related-record', 'RELATED')
    : permit('permit.handler-of-case', ofCase.view);
}

function isElsewhere({ principal: { agency } }: Asker, { agencyCode, department }: RecordFacts): boolean {
  return agency !== null && agency !== agencyCode && departmentOfAgency(agency) === department;
}
