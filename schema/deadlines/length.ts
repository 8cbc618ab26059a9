import type { CalendarLength, DeadlineRule, Extension, Length } from '#schema/deadlines/rule.ts';

/** An extension as it was decided. */
export interface GrantedExtension {
  /** Its name in the rule. */
  readonly extension: string;
  /** What was granted. @default the most that the law allows */
  readonly length?: CalendarLength;
  /** LegalDate on which the obstacle fell away: for an extension `AFTER` it, and for no other. */
  readonly after?: string;
}

/** A period with its extensions. */
export interface ExtendedLength {
  readonly length: Length;
  /** What runs from later days, and may end after it. */
  readonly later: readonly { readonly start: string; readonly length: CalendarLength }[];
  /** Articles of the extensions. */
  readonly bases: readonly string[];
}

/** How long a rule's period is with its extensions. @throws RangeError for what the rule does not allow. */
export function extendedLength(rule: DeadlineRule, granted: readonly GrantedExtension[]): ExtendedLength {
  if (granted.length === 0) return { length: rule.length, later: [], bases: [] };
  if (!isCalendarLength(rule.length)) throw new RangeError(`${rule.code} cannot be extended`);
  const steps = [...Map.groupBy(granted, ({ extension }) => extension)].map(([name, times]) => step(rule, name, times));
  const lengths = (kind: Extension['prolongs']) => steps.flatMap((each) => (each.prolongs === kind ? each.length : []));
  return {
    length: lengths('TO').reduce(longer, lengths('BY').reduce(sum, rule.length)),
    later: steps.flatMap(({ after: start, length }) => (start === undefined ? [] : { start, length })),
    bases: steps.map(({ basis }) => basis),
  };
}

function isCalendarLength(length: Length): length is CalendarLength {
  return 'months' in length;
}

/** All that was granted under one name: `BY` comes together, of the others the last counts. */
function step({ code, extensions = {} }: DeadlineRule, name: string, times: readonly GrantedExtension[]) {
  const allowed = Object.hasOwn(extensions, name) ? extensions[name] : undefined;
  const lengths = times.flatMap(({ length }) => length ?? allowed?.most ?? []);
  const [last, after] = [lengths.at(-1), times.at(-1)?.after];
  if (!allowed || last === undefined || lengths.length < times.length)
    throw new RangeError(`${code}: no such extension, or one whose length must be given`);
  if ((allowed.prolongs === 'AFTER') !== (after !== undefined))
    throw new RangeError(`${code}: the day on which an obstacle fell away is missing, or asked by no law`);
  const length = allowed.prolongs === 'BY' ? lengths.reduce(sum) : last;
  if (allowed.most && compare(length, allowed.most) > 0) throw new RangeError(`${code}: longer than the law allows`);
  return { prolongs: allowed.prolongs, basis: allowed.basis, length, after };
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
