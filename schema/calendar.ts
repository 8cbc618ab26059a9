/** Civil dates and Chinese time (+08:00, no summer time), never through the zone of the process. */

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Whether the proleptic Gregorian calendar has this day; false for NaN. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** An instant as `yyyy-MM-ddTHH:mm:ss+08:00`; fractions of a second are dropped. */
export function inChinaTime(epochMs: number): string {
  return `${new Date(epochMs + CHINA_OFFSET_MS).toISOString().replace(/\.\d+Z$/, '')}+08:00`;
}

/** Of a real month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
}
