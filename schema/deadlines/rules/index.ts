import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { CIVPL, CIVPL_2012, CPL, withoutTravel } from '#schema/deadlines/laws.ts';
import type { DeadlineRule } from '#schema/deadlines/rule.ts';
import { CIVIL_RULES, CIVIL_RULES_BEFORE_2022 } from '#schema/deadlines/rules/civil.ts';
import { INVESTIGATION_RULES } from '#schema/deadlines/rules/investigation.ts';
import { LEGAL_AID_RULES } from '#schema/deadlines/rules/legal-aid.ts';
import { MEASURE_RULES } from '#schema/deadlines/rules/measures.ts';
import { PUBLIC_SERVICE_RULES } from '#schema/deadlines/rules/public-services.ts';
import { TRIAL_RULES } from '#schema/deadlines/rules/trial.ts';

export const DEADLINE_RULES: readonly DeadlineRule[] = [
  ...withoutTravel(CPL(105), INVESTIGATION_RULES),
  ...withoutTravel(CPL(105), TRIAL_RULES),
  ...MEASURE_RULES,
  ...LEGAL_AID_RULES,
  ...withoutTravel(CIVPL(85), CIVIL_RULES),
  ...withoutTravel(CIVPL_2012(82), CIVIL_RULES_BEFORE_2022),
  ...PUBLIC_SERVICE_RULES,
];

const byCode = Map.groupBy(DEADLINE_RULES, ({ code }) => code);

/** The period that a rule speaks of. */
export function periodOf(rule: DeadlineRule): string {
  return rule.period ?? 'ORDINARY';
}

/**
 * The rule that was law on the day of the act; null where none is on record for that day.
 * @throws RangeError for a period that the code does not have.
 */
export function ruleInForce(code: DeadlineCode, period: string | undefined, on: string): DeadlineRule | null {
  const [first, ...others] = byCode.get(code) ?? [];
  if (first === undefined) throw new RangeError(`no rule for ${code}`);
  const wanted = period ?? periodOf(first);
  const versions = [first, ...others].filter((rule) => periodOf(rule) === wanted);
  if (versions.length === 0) throw new RangeError(`${code} has no period of the name given`);
  return versions.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)) ?? null;
}
