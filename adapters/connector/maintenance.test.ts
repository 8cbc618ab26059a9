import { describe, expect, it } from '@jest/globals';
import { opensAt, parseWindows } from '#adapters/connector/maintenance.ts';
import { inChinaTime } from '#schema/calendar.ts';

/** When it opens, asked at a time in China; `null`: it is open. */
function openingAt(text: string, time: string): string | null {
  const opens = opensAt(parseWindows(text), Date.parse(`${time}:00+08:00`));
  return opens === null ? null : inChinaTime(opens).slice(0, 'yyyy-MM-ddTHH:mm'.length);
}

// 2026-01-03 is a Saturday.
describe('maintenance windows', () => {
  it.each([
    ['daily 02:00-04:00', '2026-01-01T01:59', null],
    ['daily 02:00-04:00', '2026-01-01T02:00', '2026-01-01T04:00'],
    ['daily 02:00-04:00', '2026-01-01T03:59', '2026-01-01T04:00'],
    ['daily 02:00-04:00', '2026-01-01T04:00', null],
    ['daily 23:00-01:00', '2026-01-31T23:30', '2026-02-01T01:00'],
    ['daily 23:00-01:00', '2026-02-01T00:30', '2026-02-01T01:00'],
    ['daily 23:00-01:00', '2026-02-01T01:00', null],
    ['Sat 22:00-Sun 06:00', '2026-01-03T21:59', null],
    ['Sat 22:00-Sun 06:00', '2026-01-03T22:00', '2026-01-04T06:00'],
    ['Sat 22:00-Sun 06:00', '2026-01-04T05:59', '2026-01-04T06:00'],
    ['Sat 22:00-Sun 06:00', '2026-01-05T05:59', null],
    ['Sat 22:00-06:00', '2026-01-04T05:59', '2026-01-04T06:00'],
    ['Sat 22:00-Sat 06:00', '2026-01-04T12:00', '2026-01-10T06:00'],
    ['Sat 22:00-Sat 06:00', '2026-01-10T07:00', null],
    ['Sun 20:00-Mon 08:00', '2026-01-05T07:00', '2026-01-05T08:00'],
    ['Fri 18:00-Mon 08:00', '2026-01-04T12:00', '2026-01-05T08:00'],
    ['2026-02-16..2026-02-23', '2026-02-15T23:59', null],
    ['2026-02-16..2026-02-23', '2026-02-16T00:00', '2026-02-24T00:00'],
    ['2026-02-16..2026-02-23', '2026-02-23T23:59', '2026-02-24T00:00'],
    ['2026-02-16..2026-02-16', '2026-02-16T12:00', '2026-02-17T00:00'],
    ['2026-03-01 20:00..2026-03-02 08:00', '2026-03-01T19:59', null],
    ['2026-03-01 20:00..2026-03-02 08:00', '2026-03-02T07:59', '2026-03-02T08:00'],
  ])('%s at %s: %s', (text, time, opens) => expect(openingAt(text, time)).toBe(opens));

  it.each([
    ['that touch', 'daily 02:00-04:00; daily 04:00-05:00', '2026-01-01T02:30', '2026-01-01T05:00'],
    ['that overlap', 'daily 02:00-04:00; Sat 22:00-Sun 03:00', '2026-01-03T23:00', '2026-01-04T04:00'],
    ['that end in a day of rest', 'daily 23:00-01:00; 2026-02-16..2026-02-17', '2026-02-15T23:30', '2026-02-18T01:00'],
  ])('%s are one', (_what, text, time, opens) => expect(openingAt(text, time)).toBe(opens));

  it('none are no windows', () => expect([parseWindows(''), parseWindows(' ; ')]).toEqual([[], []]));

  it.each([
    ['daily', 'not a window: "daily"'],
    ['daily 2:00-4:00', 'not a window'],
    ['daily 02:00-24:00', 'not a window'],
    ['Sam 22:00-23:00', 'not a window'],
    ['daily 02:00-02:00', 'a window begins and ends at the same time'],
    ['Sat 02:00-Sat 02:00', 'a window begins and ends at the same time'],
    ['2026-02-30..2026-03-01', 'not a day of the calendar'],
    ['2026-03-02..2026-03-01', 'a window ends before it begins'],
    ['daily 02:00-04:00, Sat 22:00-23:00', 'not a window'],
    ['daily 00:00-12:00; daily 12:00-00:00', 'no time is left open'],
  ])('%s is refused: %s', (text, message) => expect(() => parseWindows(text)).toThrow(message));
});
