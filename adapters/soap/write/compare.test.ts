import { expect, it } from '@jest/globals';
import { compareValues } from '#adapters/soap/write/compare.ts';

it.each([
  ['integer', '9007199254740993', '9007199254740992', 1],
  ['integer', '007', '+7', 0],
  ['integer', '-0', '0', 0],
  ['int', '-10', '-9', -1],
  ['decimal', '1.50', '1.5', 0],
  ['decimal', '-1.5', '-1.25', -1],
  ['decimal', '.1', '0.09', 1],
  ['double', '1e3', '999', 1],
  ['double', '-INF', '0', -1],
  ['dateTime', '2024-01-02T00:00:00+08:00', '2024-01-01T16:00:00Z', 0],
  ['dateTime', '2024-01-02T00:00:00.10', '2024-01-02T00:00:00.1', 0],
  ['dateTime', '2024-01-02T00:00:00.123456789', '2024-01-02T00:00:00.123456788', 1],
  ['dateTime', '2024-01-02T00:00:00', '2024-01-02T00:00:00Z', null],
  ['dateTime', '2023-12-31T24:00:00', '2024-01-01T00:00:00', 0],
  ['date', '2024-02-29', '2024-03-01', -1],
  ['date', '-0001-01-01', '0001-01-01', -1],
  ['date', '12024-01-01', '9999-12-31', 1],
  ['time', '08:00:00+08:00', '00:00:00Z', 0],
  ['gYearMonth', '2024-02', '2024-01', 1],
  ['duration', 'P1M', 'P30D', null],
  ['string', '1', '01', null],
])('xs:%s: %s beside %s is %p', (type, one, other, order) => {
  expect(compareValues(type, one, other)).toBe(order);
  if (order !== null) expect(compareValues(type, other, one)).toBe(order === 0 ? 0 : -order);
});

it('takes no longer over a text that somebody made long', () => {
  const zeros = '0'.repeat(1_000_000);
  expect(compareValues('dateTime', `2024-01-02T00:00:00.${zeros}1`, '2024-01-02T00:00:00')).toBe(1);
  expect(compareValues('decimal', `0.${zeros}1`, '0')).toBe(1);
});

it('agrees with the calendar on every day of four centuries', () => {
  const day = new Date(Date.UTC(1900, 0, 1));
  let before = '1899-12-31';
  for (; day.getUTCFullYear() < 2301; day.setUTCDate(day.getUTCDate() + 1)) {
    const text = day.toISOString().slice(0, 10);
    if (
      compareValues('date', text, before) !== 1 ||
      compareValues('dateTime', `${before}T24:00:00`, `${text}T00:00:00`) !== 0
    )
      throw new Error(text);
    before = text;
  }
  expect(before).toBe('2300-12-31');
});
