import type { DeadlineCode } from '#schema/deadlines/codes.ts';

/**
 * Calendar months (never 30 days) to the same day, or to the last day of a shorter month; then days. SPC-Crim 202 may be read so that
 * a period from the last day of a month ends on the last of another; the earlier day, which is safe, is taken here.
 */
export interface CalendarLength {
  readonly months: number;
  readonly days: number;
}
export type Length = CalendarLength | { readonly workingDays: number } | { readonly hours: number };

export const days = (count: number): CalendarLength => ({ months: 0, days: count });
export const months = (count: number, extraDays = 0): CalendarLength => ({ months: count, days: extraDays });
export const workingDays = (count: number): Length => ({ workingDays: count });
export const hours = (count: number): Length => ({ hours: count });

/** Whether a holiday at the end moves it to the next working day (CPL 105, CivPL 85). */
export type Ending =
  /** It does. */
  | 'MOVES'
  /** The period holds a person: it ends on the very day, and is due soon for seven days. */
  | 'CUSTODY'
  /** As `CUSTODY` while the person is held, else as `MOVES`. */
  | 'CUSTODY_IF_HELD'
  /** It ends on the very day, or hour, without holding anyone. */
  | 'STAYS';

export interface Extension {
  /** `BY`: so much longer. `TO`: so long in all, whatever else was granted. `AFTER`: so long from the day on which an obstacle fell away. */
  readonly prolongs: 'BY' | 'TO' | 'AFTER';
  /** What the law allows at most; null where the decision alone says how long. */
  readonly most: CalendarLength | null;
  readonly basis: string;
}

export interface Restart {
  /** @default as often as it happens */
  readonly atMost?: number;
  readonly basis: string;
}

/** One period of the law: a row of DOMAIN 2.7, as it was law from `validFrom` to `validTo` (both included). */
export interface DeadlineRule {
  readonly code: DeadlineCode;
  /** Which of the code's periods; the first listed is meant where none is named. @default 'ORDINARY' */
  readonly period?: string;
  /** The event from whose day (or hour), itself not counted, the period runs. */
  readonly startsAt: string;
  readonly length: Length;
  /** Counted back from the event. Such a period never moves later. @default false */
  readonly countedBack?: true;
  /** @default 'MOVES' */
  readonly ending?: Ending;
  /** Law and article. */
  readonly basis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly extensions?: Readonly<Record<string, Extension>>;
  /** Events on whose day the period begins anew. */
  readonly restarts?: Readonly<Record<string, Restart>>;
  /** Reasons for which days are not counted, each with its law and article. */
  readonly excludes?: Readonly<Record<string, string>>;
}
