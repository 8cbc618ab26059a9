import type { Asker } from '#auth/decisions/asker.ts';
import { isOfAgency, isRecused, ties } from '#auth/decisions/conditions.ts';
import { type CaseFacts, createDecider, type Decision } from '#auth/decisions/decider.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { type Rule, rulesOf } from '#auth/decisions/rules.ts';
import type { CaseView } from '#auth/decisions/views.ts';
import { POLICY } from '#auth/policies/current.ts';
import type { PolicySet, RuleText, Words } from '#auth/policies/policy-set.ts';
import { CONDITIONS, type ConditionId } from '#auth/policies/vocabulary.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** One thing that a decision looks at, and how it stands. */
export interface Condition extends Words {
  readonly id: ConditionId;
  /** `null` where the rule does not ask for it, or nothing may be said of it. */
  readonly holds: boolean | null;
}

/** A decision with its reasons. It never holds data of the case, and nothing that tells whether there is one. */
export interface Explanation {
  readonly allowed: boolean;
  readonly rule: RuleText;
  readonly view: CaseView | null;
  /** The grant that it rests on. */
  readonly grant: string | null;
  readonly conditions: readonly Condition[];
}

export interface Explainer {
  /** The decision about one record, with every condition as it stands: for who may know of the record. */
  explainRecord(asker: Asker, facts: RecordFacts, stage?: Stage | null): Explanation;
  /**
   * The decision about a case, for a security officer. A denial is explained as {@link explainNobodys} says, byte for byte, unless it is the
   * recusal of somebody whom a record of the case names: sealed, labelled, foreign and missing cases are not told apart.
   */
  explainCase(asker: Asker, found: CaseFacts): Explanation;
  /** What is said of a case to which no record ties the caller, and of one that is not there. It rests on role and purpose alone. */
  explainNobodys(asker: Asker): Explanation;
  /** A condition with its text. */
  condition(id: ConditionId, holds: boolean | null): Condition;
  /** The text of a rule id; that of `deny.default` for one that nobody wrote. */
  ruleText(id: string): RuleText;
}

type States = Readonly<Partial<Record<ConditionId, boolean | null>>>;

export function createExplainer(policy: PolicySet): Explainer {
  const { decideRecord, decideCase } = createDecider(policy);
  const { rulesOfRoles, grantRuleFor, mayHold } = rulesOf(policy);

  const condition = (id: ConditionId, holds: boolean | null): Condition => ({ id, ...policy.conditions[id], holds });
  const ruleText = (id: string): RuleText =>
    policy.texts.get(id) ?? { id, zh: '没有规则准许', en: 'no rule permits it', law: [] };

  function explanation(decision: Decision, states: States): Explanation {
    return {
      allowed: decision.allowed,
      rule: ruleText(decision.rule),
      view: decision.allowed ? decision.view : null,
      grant: (decision.allowed && decision.grant) || null,
      conditions: CONDITIONS.filter((id) => id in states).map((id) => condition(id, states[id] ?? null)),
    };
  }

  /** What can be told of the caller alone. */
  function ofCaller({ principal, purpose }: Asker, rules: readonly Rule[]): States {
    const byGrant = grantRuleFor(principal, purpose, 'RECORD_CHECK') !== null;
    return {
      role: rules.length > 0 || mayHold(principal, 'RECORD_CHECK'),
      purpose: byGrant || rules.some((rule) => rule.purpose === purpose),
    };
  }

  function ofRecord(asker: Asker, facts: RecordFacts, stage: Stage | null, decision: Decision): States {
    const { principal, purpose } = asker;
    const rules = rulesOfRoles(principal).filter(({ departments }) => departments.includes(facts.department));
    const isCheck = grantRuleFor(principal, purpose, 'RECORD_CHECK') !== null;
    const rule = isCheck ? null : closestRule(rules, asker, facts);
    const ofAgency = rule && isOfAgency(rule, asker, facts);
    const widens = rule && policy.views.get(rule.view)?.widens;
    return {
      ...ofCaller(asker, rules),
      agency: rule?.ownAgency || ofAgency === false ? ofAgency : null,
      assignment: rule ? ties(rule, asker, facts) : isCheck ? null : false,
      stage: widens ? stage !== null && widens.at.has(stage) : null,
      classification: !facts.labelled,
      recusal: !isRecused(asker, facts),
      seal: !facts.sealed,
      grant: decision.allowed && decision.grant !== undefined ? true : isCheck ? false : null,
    };
  }

  function explainRecord(asker: Asker, facts: RecordFacts, stage: Stage | null = null): Explanation {
    const decision = decideRecord(asker, facts, stage);
    return explanation(
      decision,
      orNothing(() => ofRecord(asker, facts, stage, decision)),
    );
  }

  function explainNobodys(asker: Asker): Explanation {
    const states = { assignment: false, agency: null, stage: null, classification: null, recusal: null, seal: null };
    const nobodys: Decision = { allowed: false, rule: 'deny.not-assigned' };
    return explanation(nobodys, { ...ofCaller(asker, rulesOfRoles(asker.principal)), ...states, grant: null });
  }

  function explainCase(asker: Asker, found: CaseFacts): Explanation {
    const decision = decideCase(asker, found);
    const { records, stage } = found;
    if (decision.rule === 'deny.error') return explanation(decision, {});
    const deciding = records.find((facts) => decideRecord(asker, facts, stage).rule === decision.rule);
    const isTold = decision.allowed || (decision.rule === 'deny.recused' && records.every(isOpen));
    if (!isTold || deciding === undefined) return explainNobodys(asker);
    return explanation(decision, ofRecord(asker, deciding, stage, decision));
  }

  return { explainRecord, explainCase, explainNobodys, condition, ruleText };
}

function isOpen({ sealed, labelled }: RecordFacts): boolean {
  return !sealed && !labelled;
}

/** The rule that comes closest to letting the caller in. */
function closestRule(rules: readonly Rule[], asker: Asker, facts: RecordFacts): Rule | null {
  const fitting = rules.filter(({ purpose }) => purpose === asker.purpose);
  const candidates = fitting.length > 0 ? fitting : rules;
  const ofAgency = candidates.filter((rule) => isOfAgency(rule, asker, facts));
  return ofAgency.find((rule) => ties(rule, asker, facts)) ?? ofAgency[0] ?? candidates[0] ?? null;
}

/** Of facts that cannot be read, nothing is said. */
function orNothing(states: () => States): States {
  try {
    return states();
  } catch {
    return {};
  }
}

/** Explanations by the policy that this process started with. */
export const { explainRecord, explainCase, explainNobodys, condition, ruleText } = createExplainer(POLICY);
