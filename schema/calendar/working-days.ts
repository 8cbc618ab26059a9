import { addDays, isWeekend } from '#schema/calendar/dates.ts';
import { HOLIDAY_NOTICES, type HolidayNotice } from '#schema/calendar/holiday-notices.ts';

/** Which days are worked (工作日). Dates are LegalDates. */
export interface WorkingCalendar {
  /** By the year's notice; in a year without one Monday to Friday, which is a guess: see `covers`. */
  isWorkingDay(date: string): boolean;
  /** Whether the notice of the day's year is known. */
  covers(date: string): boolean;
}

export function createWorkingCalendar(notices: readonly HolidayNotice[]): WorkingCalendar {
  const years = new Set(notices.map(({ year }) => String(year)));
  const off = new Set(notices.flatMap((notice) => notice.off.flatMap(([from, to]) => daysOf(from, to))));
  const worked = new Set(notices.flatMap((notice) => notice.worked));
  return {
    isWorkingDay: (date) => worked.has(date) || !(off.has(date) || isWeekend(date)),
    covers: (date) => years.has(date.slice(0, 4)),
  };
}

/** The working days of mainland China. */
export const CHINA_CALENDAR = createWorkingCalendar(HOLIDAY_NOTICES);

/** The day itself where it is worked, else the next one that is. */
export function toWorkingDay(date: string, calendar: WorkingCalendar): string {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The first of the last `count` (at least one) working days up to and including the date. */
export function startOfLastWorkingDays(date: string, count: number, calendar: WorkingCalendar): string {
  let day = addDays(date, 1);
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

function daysOf(from: string, to: string): string[] {
  const days = [from];
  for (let day = from; day < to; days.push(day)) day = addDays(day, 1);
  return days;
}
