/** Prints every deadline that starts on 2025-03-31, as JSON; the properties run it in several zones. */
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import { computeDeadline } from '#schema/deadlines/compute.ts';
import { DEADLINE_RULES, periodOf, ruleInForce } from '#schema/deadlines/rules/index.ts';

const inForce = DEADLINE_RULES.filter((rule) => ruleInForce(rule.code, periodOf(rule), '2025-06-16') === rule);
const deadlines = inForce.map((rule) => {
  const start = 'hours' in rule.length ? '2025-03-31T09:20:00+08:00' : '2025-03-31';
  return computeDeadline(rule.code, start, { period: periodOf(rule) }, CHINA_CALENDAR);
});
process.stdout.write(JSON.stringify(deadlines));
