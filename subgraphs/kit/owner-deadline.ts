import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import { withOwnersDate } from '#schema/deadlines/owners-date.ts';
import { type DeadlineClock, stateOf } from '#schema/deadlines/state.ts';
import type { ReckonedDeadline } from '#subgraphs/kit/owner-rows.ts';

/** A period that a department's records show to have begun, and what they tell of its end. */
export interface DeadlineRun extends DeadlineCircumstances, Pick<DeadlineClock, 'metOn' | 'stoppedOn'> {
  readonly code: DeadlineCode;
  /** LegalDate or DateTime. */
  readonly start: string;
  /** As casework keeps it; `null` where it concerns the whole case. */
  readonly partyKey: string | null;
  /** The owner's own last day, which wins; `null` where its system has none. */
  readonly ownersDate?: string | null;
}

/** What the row of the list of deadlines says of it; `null` where no rule for the day of its start is on record. @param today LegalDate */
export function ownerDeadline(run: DeadlineRun, today: string): ReckonedDeadline | null {
  const { code, start, partyKey, ownersDate = null, metOn = null, stoppedOn = null, ...circumstances } = run;
  const computed = computeDeadline(code, start, circumstances, CHINA_CALENDAR);
  if (computed === null) return null;
  const { deadline, differs } = withOwnersDate(computed, ownersDate, CHINA_CALENDAR);
  const { basis, startsOn, dueOn, provisional } = deadline;
  return {
    code,
    basis,
    partyKey,
    startsOn,
    dueOn,
    provisional,
    state: stateOf({ ...deadline, metOn, stoppedOn }, today),
    differs,
  };
}
