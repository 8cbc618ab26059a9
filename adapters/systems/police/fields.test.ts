import { describe, expect, it } from '@jest/globals';
import { dateTime, legalDate, listed, listedEntries } from '#adapters/systems/police/fields.ts';
import { expectUnreadable } from '#adapters/systems/police/unreadable.fixture.ts';

describe('times in VARCHAR2', () => {
  it.each([
    ['20250314160000', '2025-03-14T16:00:00+08:00'],
    ['2025-03-14 16:00:00', '2025-03-14T16:00:00+08:00'],
    [' 2025-03-14 00:00:00 ', '2025-03-14T00:00:00+08:00'],
    ['00000000000000', null],
    ['0000-00-00 00:00:00', null],
    ['0001-01-01 00:00:00', null],
    ['   ', null],
    [null, null],
  ])('%p begins a measure at %p', (KSSJ, from) => {
    expect(dateTime({ KSSJ }, 'KSSJ')).toBe(from);
  });

  it.each([
    ['20250303', '2025-03-03'],
    ['2025-03-03', '2025-03-03'],
    ['20250303235959', '2025-03-03'],
    ['2025-03-03 23:59:59', '2025-03-03'],
    ['00000000', null],
  ])('%p files a case on %p', (LASJ, filedOn) => {
    expect(legalDate({ LASJ }, 'LASJ')).toBe(filedOn);
  });

  it.each(['20250230', '2025-3-3', '2025-0303', '20250303 10:00:00', '2025030310', '2025-03-03 24:00:00', 'null'])(
    '%p is no day',
    (LASJ) => expectUnreadable((row) => legalDate(row, 'LASJ'), { LASJ }, 'LASJ'),
  );

  it.each(['20250314', '2025-03-14', '20250314256060'])('%p is no time', (KSSJ) => {
    expectUnreadable((row) => dateTime(row, 'KSSJ'), { KSSJ }, 'KSSJ');
  });
});

describe('lists in a column', () => {
  it.each([
    ['GA0006', ['GA0006']],
    ['GA0006,GA0004', ['GA0006', 'GA0004']],
    [' GA0006， GA0004 ', ['GA0006', 'GA0004']],
    ['GA0006,,GA0004，', ['GA0006', 'GA0004']],
    ['  ', []],
    [null, []],
  ])('%p holds %p', (HBRGH, keys) => {
    expect(listed({ HBRGH }, 'HBRGH')).toEqual(keys);
  });

  it.each([
    ['R1:A', [['R1', 'A']]],
    [
      'R1:A，R1：B ,R2:A',
      [
        ['R1', 'A'],
        ['R1', 'B'],
        ['R2', 'A'],
      ],
    ],
    [null, []],
  ])('%p holds the pairs %p', (WTLSMD, pairs) => {
    expect(listedEntries({ WTLSMD }, 'WTLSMD', 2)).toEqual(pairs);
  });

  it.each(['R1', 'R1:', ':A', 'R1:A:B'])('%p holds no pairs', (WTLSMD) => {
    expectUnreadable((row) => listedEntries(row, 'WTLSMD', 2), { WTLSMD }, 'WTLSMD');
  });
});
