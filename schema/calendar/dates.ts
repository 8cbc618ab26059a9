import { daysInMonth } from '#schema/calendar.ts';

/**
 * Arithmetic of LegalDates (`yyyy-MM-dd`, real days: `parseLegalDate` makes sure of it). Such texts compare as days do.
 * Results outside the years 0001 to 9999 are a RangeError.
 */

const DAY_MS = 24 * 60 * 60 * 1000;

export function addDays(date: string, days: number): string {
  return fromEpoch(toEpoch(date) + days * DAY_MS);
}

/** The same day of a later (or earlier) month, or that month's last day where it is shorter (2025-01-31 and one month: 2025-02-28). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const inDay = Math.min(day, daysInMonth(inYear, inMonth));
  return inRange(`${pad(inYear, 4)}-${pad(inMonth, 2)}-${pad(inDay, 2)}`);
}

/** How many days `later` lies after `earlier`; negative where it lies before. */
export function daysBetween(earlier: string, later: string): number {
  return (toEpoch(later) - toEpoch(earlier)) / DAY_MS;
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(toEpoch(date)).getUTCDay());
}

function toEpoch(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromEpoch(ms: number): string {
  return inRange(new Date(ms).toISOString().replace(/T.*$/, ''));
}

function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function inRange(date: string): string {
  if (/^\d{4}-/.test(date) && date >= '0001') return date;
  throw new RangeError('a date outside the years 0001 to 9999');
}
