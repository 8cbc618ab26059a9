import { type Asker, type CaseFacts, type Decision, decideCase } from '#auth/decisions/decide.ts';
import { type Condition, explainCase, explainNobodys } from '#auth/decisions/explain.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { departmentsThatDecide } from '#auth/decisions/rules.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type Evidence, factsOfAccount } from '#subgraphs/casework/explain/evidence.ts';
import { ISSUERS } from '#subgraphs/casework/find-case.ts';

/** How an account stands to a case, as its own question would find: the decision, and the facts by which the owners decide their rows. */
export interface Standing {
  readonly asker: Asker;
  readonly decision: Decision;
  /** What the decision looked at. */
  readonly conditions: readonly Condition[];
  readonly found: CaseFacts;
  /** Every department's facts, about every record. */
  readonly records: readonly KnownFacts[];
}

/** What is said to everyone whom no record ties to a case, and of every number that is not there. */
const NOT_ASSIGNED: Decision = { allowed: false, rule: 'deny.not-assigned' };

/**
 * Decides the case for an account by the facts that its own question would ask for: those of the departments that tie its roles to cases, and
 * of the one that allots the number.
 */
export async function standingOf(context: CaseworkContext, evidence: Evidence, caller: Asker): Promise<Standing> {
  const account = await factsOfAccount(context, caller, evidence);
  const { row, asked, isUnreadable } = evidence;
  if (row === null) return nobodys(caller);
  // A grant counts in requests that name its case.
  const asker = { ...caller, onlyCase: row.caseUid };
  const deciding = departmentsThatDecide(asker.principal, asker.purpose);
  const isAsked = ({ department }: KnownFacts) => department === ISSUERS[asked.kind] || deciding.has(department);
  const found = { records: [...evidence.records.filter(isAsked), ...account], stage: row.currentStage };
  const decision = decideCase(asker, found);
  // A recusal is told: it names the officer in a record of the case.
  if (!decision.allowed && decision.rule !== 'deny.recused') return nobodys(caller);
  const heard: Decision =
    decision.allowed && isUnreadable ? { allowed: false, rule: 'deny.department-failed' } : decision;
  const { conditions } = explainCase(asker, found);
  return { asker, decision: heard, conditions, found, records: [...evidence.records, ...account] };
}

function nobodys(asker: Asker): Standing {
  const { conditions } = explainNobodys(asker);
  return { asker, decision: NOT_ASSIGNED, conditions, found: { records: [], stage: null }, records: [] };
}
