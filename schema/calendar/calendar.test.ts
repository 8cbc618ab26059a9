import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, isWeekend } from '#schema/calendar/dates.ts';
import { HOLIDAY_NOTICES } from '#schema/calendar/holiday-notices.ts';
import {
  CHINA_CALENDAR,
  createWorkingCalendar,
  startOfLastWorkingDays,
  toWorkingDay,
} from '#schema/calendar/working-days.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates', () => {
  it.each([
    ['2025-06-16', 0, '2025-06-16'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-01-01', -1, '2024-12-31'],
    ['0001-01-01', 31, '0001-02-01'],
  ])('%s and %d days is %s', (date, days, sum) => {
    expect(addDays(date, days)).toBe(sum);
    expect(daysBetween(date, sum)).toBe(days);
  });

  it.each([
    ['2025-05-30', 1, '2025-06-30'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-11-15', 2, '2026-01-15'],
    ['2025-03-14', 12, '2026-03-14'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
  ])('%s and %d months is %s', (date, months, sum) => {
    expect(addMonths(date, months)).toBe(sum);
  });

  it('knows the weekend', () => {
    expect(['2025-06-14', '2025-06-15', '2025-06-16', '2025-06-20'].map(isWeekend)).toEqual([true, true, false, false]);
  });

  it('ends with the year 9999 and begins with the year 1', () => {
    for (const act of [
      () => addDays('9999-12-31', 1),
      () => addMonths('9999-12-31', 1),
      () => addDays('0001-01-01', -1),
      () => addMonths('0001-01-31', -1),
    ]) {
      expect(act).toThrow(RangeError);
    }
  });

  it('gives real days, which compare as texts do and come back by the same number of days', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 0, max: 60 }),
        (date, days, months) => {
          const [moved, later] = [addDays(date, days), addMonths(date, months)];
          expect([parseLegalDate(moved), parseLegalDate(later)]).toEqual([moved, later]);
          expect(addDays(moved, -days)).toBe(date);
          expect([moved < date, later < date]).toEqual([days < 0, false]);
        },
      ),
    );
  });
});

describe('working days', () => {
  it.each(HOLIDAY_NOTICES)(
    'the notice of $year speaks of its year, in order, of real days',
    ({ year, off, worked }) => {
      for (const days of [off.flat(), worked]) {
        expect(days).toEqual([...days].sort());
        expect(days.every((day) => day.startsWith(`${year}-`) && parseLegalDate(day) === day)).toBe(true);
      }
      expect(worked.every(isWeekend)).toBe(true);
      expect(off.every(([from, to]) => worked.every((day) => day < from || day > to))).toBe(true);
    },
  );

  it('2025 is as the State Council ordered it', () => {
    const days = Array.from({ length: 365 }, (_, i) => addDays('2025-01-01', i));
    const unlikeTheWeek = days.filter((day) => CHINA_CALENDAR.isWorkingDay(day) === isWeekend(day));
    expect(unlikeTheWeek).toEqual([
      '2025-01-01',
      '2025-01-26',
      ...['28', '29', '30', '31'].map((day) => `2025-01-${day}`),
      '2025-02-03',
      '2025-02-04',
      '2025-02-08',
      '2025-04-04',
      '2025-04-27',
      '2025-05-01',
      '2025-05-02',
      '2025-05-05',
      '2025-06-02',
      '2025-09-28',
      ...['01', '02', '03', '06', '07', '08'].map((day) => `2025-10-${day}`),
      '2025-10-11',
    ]);
  });

  it('a year without a notice is Monday to Friday, and says that it is not covered', () => {
    const calendar = createWorkingCalendar([]);
    expect(['2030-10-01', '2030-10-05'].map(calendar.isWorkingDay)).toEqual([true, false]);
    expect([calendar.covers('2030-10-01'), CHINA_CALENDAR.covers('2025-10-01')]).toEqual([false, true]);
  });

  it.each([
    ['2025-06-16', '2025-06-16'],
    ['2025-06-15', '2025-06-16'],
    ['2025-05-31', '2025-06-03'],
    ['2025-01-26', '2025-01-26'],
    ['2025-10-01', '2025-10-09'],
  ])('%s moves to %s', (date, worked) => {
    expect(toWorkingDay(date, CHINA_CALENDAR)).toBe(worked);
  });

  it.each([
    ['2025-06-18', 3, '2025-06-16'],
    ['2025-06-16', 3, '2025-06-12'],
    ['2025-06-21', 3, '2025-06-18'],
    ['2025-06-16', 1, '2025-06-16'],
  ])('of those up to %s the last %d begin on %s', (date, count, first) => {
    expect(startOfLastWorkingDays(date, count, CHINA_CALENDAR)).toBe(first);
  });
});
