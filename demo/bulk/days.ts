import { addMonths } from '#schema/calendar/dates.ts';
import { CHINA_CALENDAR, toWorkingDay } from '#schema/calendar/working-days.ts';

/** A day as the number of days since 1970-01-01: a plan reckons with many. */
export type Day = number;

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param date `yyyy-MM-dd` */
export function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** `yyyy-MM-dd` */
export const dateOf = remembered((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));

/** The day itself where it is worked, else the next one that is. */
export const workingDay = remembered((day) => dayOf(toWorkingDay(dateOf(day), CHINA_CALENDAR)));

/** `yyyy-MM-dd HH:mm:ss` */
export function at(day: Day, time: string): string {
  return `${dateOf(day)} ${time}`;
}

export function monthsAfter(day: Day, months: number): Day {
  return dayOf(addMonths(dateOf(day), months));
}

/** The world's last whole day (WORLD 1): whatever has happened, happened by then. */
export const YESTERDAY = dayOf('2025-06-15');

/** There are few days in all plans, and they come again and again. */
function remembered<Value>(make: (day: Day) => Value): (day: Day) => Value {
  const made = new Map<Day, Value>();
  return (day) => {
    const known = made.get(day);
    if (known !== undefined) return known;
    const value = make(day);
    made.set(day, value);
    return value;
  };
}
