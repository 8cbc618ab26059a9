import { isRealDate } from '#schema/calendar.ts';

/** A time at which a system is closed. */
export interface MaintenanceWindow {
  /** Where `at` (milliseconds since 1970) lies in it: when it ends; else `null`. */
  endOf(at: number): number | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** China has one zone and no summer time. */
const CHINA = 8 * 60 * MINUTE;
/** 1970-01-01 was a Thursday. */
const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/** After every day that can be written: only what comes again and again is closed then. */
const FAR = Date.UTC(10_000, 0, 1);
const MINUTES_OF_A_WEEK = Array.from({ length: WEEK / MINUTE }, (_, index) => index * MINUTE);

const TIME = String.raw`([01]\d|2[0-3]):([0-5]\d)`;
const DATE = String.raw`(\d{4})-(\d{2})-(\d{2})`;
const DAILY = new RegExp(`^daily ${TIME}-${TIME}$`);
const WEEKLY = new RegExp(`^(${DAYS.join('|')}) ${TIME}-(?:(${DAYS.join('|')}) )?${TIME}$`);
const ONCE = new RegExp(`^${DATE}(?: ${TIME})?\\.\\.${DATE}(?: ${TIME})?$`);

/** What `parseWindows` takes, for a message. */
export const WINDOWS_FORMAT =
  'daily 02:00-04:00; Sat 22:00-Sun 06:00; 2026-02-16..2026-02-23; 2026-03-01 20:00..2026-03-02 08:00';

/**
 * Windows in Chinese time (+08:00), several with `;` between them: every day, every week, or once (without times: both days whole). An end
 * that is not after its beginning is on the next day, or, where its day is named, in the next week. @throws RangeError for anything else, and where no time is left open
 */
export function parseWindows(text: string): readonly MaintenanceWindow[] {
  const parts = text.split(';').map((part) => part.trim());
  const windows = parts.filter((part) => part !== '').map(parseWindow);
  const isEverOpen = MINUTES_OF_A_WEEK.some((minute) => windows.every((window) => window.endOf(FAR + minute) === null));
  if (!isEverOpen) throw new RangeError('no time is left open');
  return windows;
}

/** When a system with these windows opens; `null` where it is open. Windows that touch are one. */
export function opensAt(windows: readonly MaintenanceWindow[], at: number): number | null {
  let end: number | null = null;
  for (let next: number | null = at; next !== null; ) {
    const ends = windows.map((window) => window.endOf(end ?? at)).filter((each) => each !== null);
    next = ends.length === 0 ? null : Math.max(...ends);
    end = next ?? end;
  }
  return end;
}

function parseWindow(text: string): MaintenanceWindow {
  const [, ...daily] = DAILY.exec(text) ?? [];
  if (daily.length > 0) return recurring(DAY, timeOf(daily[0], daily[1]), timeOf(daily[2], daily[3]));
  const [, first, fromHour, fromMinute, last, toHour, toMinute] = WEEKLY.exec(text) ?? [];
  if (first !== undefined) {
    const from = dayOf(first) + timeOf(fromHour, fromMinute);
    const to = dayOf(last ?? first) + timeOf(toHour, toMinute);
    return recurring(WEEK, from, last === undefined && to < from ? to + DAY : to);
  }
  const [, ...once] = ONCE.exec(text) ?? [];
  if (once.length > 0) return between(instant(once.slice(0, 5)), instant(once.slice(5), DAY));
  throw new RangeError(`not a window: ${JSON.stringify(text.slice(0, 60))}`);
}

/** Every `period`, from `from` to `to` after its beginning. */
function recurring(period: number, from: number, to: number): MaintenanceWindow {
  const length = modulo(to - from, period);
  if (length === 0) throw new RangeError('a window begins and ends at the same time');
  return {
    endOf(at) {
      const since = modulo(at + CHINA - from, period);
      return since < length ? at - since + length : null;
    },
  };
}

function between(from: number, to: number): MaintenanceWindow {
  if (to <= from) throw new RangeError('a window ends before it begins');
  return { endOf: (at) => (from <= at && at < to ? to : null) };
}

/** Milliseconds since 1970 of a date with or without a time. @param wholeDay what is added where it has none */
function instant([year, month, day, hour, minute]: readonly (string | undefined)[], wholeDay = 0): number {
  if (!isRealDate(Number(year), Number(month), Number(day))) throw new RangeError('not a day of the calendar');
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day)) - CHINA;
  return midnight + (hour === undefined ? wholeDay : timeOf(hour, minute));
}

function dayOf(name: string): number {
  return DAYS.indexOf(name) * DAY;
}

function timeOf(hour: string | undefined, minute: string | undefined): number {
  return (Number(hour) * 60 + Number(minute)) * MINUTE;
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}
