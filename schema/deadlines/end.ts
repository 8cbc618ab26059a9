import { addDays, addMonths, daysBetween } from '#schema/calendar/dates.ts';
import type { WorkingCalendar } from '#schema/calendar/working-days.ts';
import { inChinaTime } from '#schema/calendar.ts';
import type { CalendarLength, Length } from '#schema/deadlines/rule.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';

/** Days that are not counted, as LegalDates, both included. */
export interface ExcludedDays {
  readonly from: string;
  readonly to: string;
}

export interface Run {
  /** LegalDate, or a DateTime, which a length of hours needs. */
  readonly start: string;
  readonly length: Length;
  readonly countedBack: boolean;
  readonly excluded: readonly ExcludedDays[];
}

/** The last day before any holiday moves it (LegalDate), and for hours the instant (DateTime). @throws RangeError for a start that will not do. */
export function endOf(
  { start, length, countedBack, excluded }: Run,
  calendar: WorkingCalendar,
): { readonly lastDay: string; readonly dueAt: string | null } {
  if ('hours' in length) {
    const dueAt = lastInstant(start, length.hours);
    return { lastDay: dayOf(inChinaTime(Date.parse(dueAt) - 1)), dueAt };
  }
  const startsOn = dayOf(start);
  if ('workingDays' in length) {
    return { lastDay: lastWorkingDay(startsOn, length.workingDays, excluded, calendar), dueAt: null };
  }
  const lastDay = countedBack ? addDays(startsOn, -length.days) : lastCalendarDay(startsOn, length, excluded);
  return { lastDay, dueAt: null };
}

/** The day, in China, of a LegalDate or DateTime. @throws RangeError */
export function dayOf(start: string): string {
  const day = parseDateTime(start) ?? parseDateTime(`${start}T00:00:00+08:00`);
  if (day === null) throw new RangeError('a deadline starts on a LegalDate or at a DateTime');
  return day.slice(0, 'yyyy-MM-dd'.length);
}

/** The starting day is not counted; days left out push the end on, and on over others that it then meets. */
function lastCalendarDay(startsOn: string, length: CalendarLength, excluded: readonly ExcludedDays[]): string {
  let end = addDays(addMonths(startsOn, length.months), length.days);
  let counted = startsOn;
  for (const { from, to } of excluded.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > end) break;
    const before = from > counted ? addDays(from, -1) : counted;
    if (to <= before) continue;
    end = addDays(end, daysBetween(before, to));
    counted = to;
  }
  return end;
}

function lastWorkingDay(
  startsOn: string,
  count: number,
  excluded: readonly ExcludedDays[],
  calendar: WorkingCalendar,
): string {
  let day = startsOn;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day) && !excluded.some(({ from, to }) => from <= day && day <= to)) left -= 1;
  }
  return day;
}

const HOUR_MS = 60 * 60 * 1000;

/** The starting hour is not counted either, and hours are whole: 24 hours from 09:20 end at 10:00 of the next day. */
function lastInstant(start: string, hours: number): string {
  if (parseDateTime(start) === null) throw new RangeError('a period of hours starts at a DateTime');
  return inChinaTime((Math.floor(Date.parse(start) / HOUR_MS) + 1 + hours) * HOUR_MS);
}
