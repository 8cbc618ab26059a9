import { toWorkingDay, type WorkingCalendar } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { dayOf, type ExcludedDays, endOf } from '#schema/deadlines/end.ts';
import { extendedLength, type GrantedExtension } from '#schema/deadlines/length.ts';
import { type DeadlineRestart, restartBases } from '#schema/deadlines/restarts.ts';
import type { DeadlineRule } from '#schema/deadlines/rule.ts';
import { ruleInForce } from '#schema/deadlines/rules/index.ts';
import { dueSoonFrom } from '#schema/deadlines/state.ts';

/** What bears on a deadline besides its start. Names are those of the rule (`schema/deadlines/rules`). */
export interface DeadlineCircumstances {
  /** Which of the code's periods. @default the first */
  readonly period?: string;
  /** In order; the period runs from the last. */
  readonly restarts?: readonly DeadlineRestart[];
  /** Those of the present run: a restart ends what was granted before. */
  readonly extensions?: readonly GrantedExtension[];
  readonly excluded?: readonly (ExcludedDays & { readonly reason: string })[];
  /** Whether the person is in custody (在押). @default false */
  readonly held?: boolean;
}

export interface ComputedDeadline {
  readonly code: DeadlineCode;
  /** Laws and articles, with those of extensions, of restarts and of days left out. */
  readonly basis: string;
  /** LegalDate of the event that the period runs from, itself not counted (for a period counted back: the hearing). */
  readonly startsOn: string;
  /** LegalDate, the last day. */
  readonly dueOn: string;
  /** DateTime, for periods of hours. */
  readonly dueAt: string | null;
  /** LegalDate from which it is due soon. */
  readonly dueSoonFrom: string;
  readonly custody: boolean;
  readonly restarted: boolean;
  /** The end may still move: the holidays of its year are not yet known. */
  readonly provisional: boolean;
}

/**
 * When a period of the law ends (DOMAIN 2.7), by the law of the day on which it began to run; null where no rule for that day is
 * on record. `start` is a LegalDate, or a DateTime, which periods of hours need.
 * @throws RangeError for a start that is no date, and for circumstances that the rule does not know.
 */
export function computeDeadline(
  code: DeadlineCode,
  start: string,
  circumstances: DeadlineCircumstances,
  calendar: WorkingCalendar,
): ComputedDeadline | null {
  const { period, restarts = [], extensions = [], excluded = [], held = false } = circumstances;
  const from = restarts.at(-1)?.on ?? start;
  const startsOn = dayOf(from);
  const rule = ruleInForce(code, period, startsOn);
  if (rule === null) return null;

  const { length, later, bases } = extendedLength(rule, extensions);
  const again = restartBases(rule, dayOf(start), restarts);
  const leftOut = excluded.map(({ reason }) => exclusionBasis(rule, reason));

  const { custody, moves } = endingOf(rule, held);
  const run = { start: from, length, countedBack: rule.countedBack === true, excluded };
  const { lastDay: firstEnd, dueAt } = endOf(run, calendar);
  const laterEnds = later.map((each) => endOf({ ...run, ...requireAfter(each, startsOn) }, calendar).lastDay);
  const [lastDay = firstEnd] = [firstEnd, ...laterEnds].sort().reverse();
  const dueOn = moves ? toWorkingDay(lastDay, calendar) : lastDay;
  const dependsFrom = 'workingDays' in length ? startsOn : lastDay;
  return {
    code,
    basis: [...new Set([rule.basis, ...bases, ...again, ...leftOut])].join('；'),
    startsOn,
    dueOn,
    dueAt,
    dueSoonFrom: dueSoonFrom(dueOn, custody, calendar),
    custody,
    restarted: restarts.length > 0,
    provisional: moves && !(calendar.covers(dependsFrom) && calendar.covers(dueOn)),
  };
}

function endingOf(
  { ending = 'MOVES', countedBack }: DeadlineRule,
  held: boolean,
): { custody: boolean; moves: boolean } {
  const custody = ending === 'CUSTODY' || (ending === 'CUSTODY_IF_HELD' && held);
  return { custody, moves: !custody && ending !== 'STAYS' && countedBack !== true };
}

function requireAfter<Later extends { readonly start: string }>(later: Later, startsOn: string): Later {
  if (dayOf(later.start) >= startsOn) return later;
  throw new RangeError('an obstacle that fell away before the period began');
}

function exclusionBasis({ code, excludes = {} }: DeadlineRule, reason: string): string {
  const basis = Object.hasOwn(excludes, reason) ? excludes[reason] : undefined;
  if (basis === undefined) throw new RangeError(`${code} does not leave out days for such a reason`);
  return basis;
}
