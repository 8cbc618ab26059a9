import { addDays } from '#schema/calendar/dates.ts';
import { startOfLastWorkingDays, type WorkingCalendar } from '#schema/calendar/working-days.ts';
import type { DeadlineState } from '#schema/enums/deadline-state.ts';

const LAST_WORKING_DAYS = 3;
const LAST_CUSTODY_DAYS = 7;

/** A deadline and what became of it, all as LegalDates. */
export interface DeadlineClock {
  readonly dueOn: string;
  readonly dueSoonFrom: string;
  readonly restarted: boolean;
  /** When the act was done; what was sent by post, when it was posted (CPL 105, CivPL 85). */
  readonly metOn?: string | null;
  /** When the clock stopped for another reason: the case was returned or suspended, the duty fell away. */
  readonly stoppedOn?: string | null;
}

/** How a clock stands at the end of a day; what is dated later has not happened yet. Done late is STOPPED: it was not met. */
export function stateOf(
  { dueOn, dueSoonFrom, restarted, metOn, stoppedOn }: DeadlineClock,
  today: string,
): DeadlineState {
  if (metOn && metOn <= today) return metOn <= dueOn ? 'MET' : 'STOPPED';
  if (stoppedOn && stoppedOn <= today) return 'STOPPED';
  if (today > dueOn) return 'OVERDUE';
  if (today >= dueSoonFrom) return 'DUE_SOON';
  return restarted ? 'RESTARTED' : 'RUNNING';
}

/** Whether a clock in this state still runs: what the filter `RUNNING` means. */
export function isRunning(state: DeadlineState): boolean {
  return state !== 'MET' && state !== 'STOPPED';
}

/** The first of the days on which a deadline is due soon: its last three working days, in custody its last seven days. */
export function dueSoonFrom(dueOn: string, custody: boolean, calendar: WorkingCalendar): string {
  return custody ? addDays(dueOn, 1 - LAST_CUSTODY_DAYS) : startOfLastWorkingDays(dueOn, LAST_WORKING_DAYS, calendar);
}
