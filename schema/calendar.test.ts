import { describe, expect, it } from '@jest/globals';
import { inChinaTime, isRealDate } from '#schema/calendar.ts';

describe('isRealDate', () => {
  it.each([
    [2024, 2, 29],
    [2000, 2, 29],
    [2025, 2, 28],
    [2025, 4, 30],
    [2025, 12, 31],
    [1, 1, 1],
  ])('%d-%d-%d is a day', (...day) => {
    expect(isRealDate(...day)).toBe(true);
  });

  it.each([
    [2025, 2, 29],
    [1900, 2, 29],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [0, 1, 1],
    [Number.NaN, 1, 1],
  ])('%d-%d-%d is none', (...day) => {
    expect(isRealDate(...day)).toBe(false);
  });
});

describe('inChinaTime', () => {
  it('is eight hours ahead of UTC, over the end of a year too', () => {
    expect(inChinaTime(Date.UTC(2025, 5, 16, 1, 0, 0, 999))).toBe('2025-06-16T09:00:00+08:00');
    expect(inChinaTime(Date.UTC(2024, 11, 31, 16))).toBe('2025-01-01T00:00:00+08:00');
    expect(inChinaTime(-1)).toBe('1970-01-01T07:59:59+08:00');
  });
});
