import type { WorkingCalendar } from '#schema/calendar/working-days.ts';
import type { ComputedDeadline } from '#schema/deadlines/compute.ts';
import { dueSoonFrom } from '#schema/deadlines/state.ts';

/**
 * A deadline for which its owner's system sends a last day of its own (LegalDate, or null where it sends none): that day wins.
 * `differs` is for a notice to the owner's officers.
 */
export function withOwnersDate(
  deadline: ComputedDeadline,
  dueOn: string | null,
  calendar: WorkingCalendar,
): { readonly deadline: ComputedDeadline; readonly differs: boolean } {
  if (dueOn === null || dueOn === deadline.dueOn) return { deadline, differs: false };
  const own = { dueOn, dueAt: null, dueSoonFrom: dueSoonFrom(dueOn, deadline.custody, calendar), provisional: false };
  return { deadline: { ...deadline, ...own }, differs: true };
}
