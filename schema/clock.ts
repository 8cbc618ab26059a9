import { inChinaTime } from '#schema/calendar.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/**
 * Business time (办案时间), in which deadlines, inboxes and calendars are reckoned; one is made at the start and injected.
 * Security time (tokens, envelopes, audit, certificates) is never taken from it.
 */
export interface Clock {
  /** LegalDate, `yyyy-MM-dd` in China. */
  today(): string;
  /** DateTime, `yyyy-MM-ddTHH:mm:ss+08:00`. */
  now(): string;
}

export interface ClockOptions {
  /** Stands still at 09:00 of this day (the demo's `DEMO_TODAY`). @default the real day */
  readonly today?: string;
  /** Real time in milliseconds since 1970. @default Date.now */
  readonly realTime?: () => number;
}

/** @throws RangeError where `today` is not a real day. */
export function createClock({ today, realTime = Date.now }: ClockOptions = {}): Clock {
  if (today !== undefined && parseLegalDate(today) === null) {
    throw new RangeError('The business day must be a real date as yyyy-MM-dd, such as 2025-06-16.');
  }
  const now = today === undefined ? () => inChinaTime(realTime()) : () => `${today}T09:00:00+08:00`;
  return { now, today: () => now().slice(0, 'yyyy-MM-dd'.length) };
}
