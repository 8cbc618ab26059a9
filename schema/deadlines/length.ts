import type { CalendarLength, DeadlineRule, Length } from '#schema/deadlines/rule.ts';

/** An extension as it was decided. */
export interface GrantedExtension {
  /** Its name in the rule. */
  readonly extension: string;
  /** What was granted. @default the most that the law allows */
  readonly length?: CalendarLength;
}

/** How long a rule's period is with its extensions, and the articles of these. @throws RangeError for what the rule does not allow. */
export function extendedLength(
  rule: DeadlineRule,
  granted: readonly GrantedExtension[],
): { readonly length: Length; readonly bases: readonly string[] } {
  if (granted.length === 0) return { length: rule.length, bases: [] };
  if (!isCalendarLength(rule.length)) throw new RangeError(`${rule.code} cannot be extended`);
  const steps = granted.map((grant) => step(rule, grant));
  const total = steps
    .filter(({ prolongs }) => prolongs === 'TO')
    .reduce((before, { length }) => longer(before, length), rule.length);
  const length = steps
    .filter(({ prolongs }) => prolongs === 'BY')
    .reduce((before, { length }) => sum(before, length), total);
  return { length, bases: steps.map(({ basis }) => basis) };
}

export function isCalendarLength(length: Length): length is CalendarLength {
  return 'months' in length;
}

function step({ code, extensions = {} }: DeadlineRule, { extension, length }: GrantedExtension) {
  const allowed = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  const granted = length ?? allowed?.most;
  if (!allowed || !granted) throw new RangeError(`${code}: no such extension, or one whose length must be given`);
  if (allowed.most && compare(granted, allowed.most) > 0) throw new RangeError(`${code}: longer than the law allows`);
  return { ...allowed, length: granted };
}

/** By months, then days: no rule allows days that would make up a month. */
function compare(a: CalendarLength, b: CalendarLength): number {
  return a.months - b.months || a.days - b.days;
}

function longer(a: CalendarLength, b: CalendarLength): CalendarLength {
  return compare(a, b) >= 0 ? a : b;
}

function sum(a: CalendarLength, b: CalendarLength): CalendarLength {
  return { months: a.months + b.months, days: a.days + b.days };
}
