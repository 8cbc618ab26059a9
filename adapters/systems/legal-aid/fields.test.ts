import { describe, expect, it } from '@jest/globals';
import { dateTime, legalDate, requiredDate } from '#adapters/systems/legal-aid/fields.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

describe('text', () => {
  it.each([
    ['L37999920250312      ', 'L37999920250312'],
    ['㛃𠮷', '㛃𠮷'],
    ['   ', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (AH, value) => {
    expect(text({ AH }, 'AH')).toBe(value);
  });

  it('that must be there is an error where it is not', () => {
    expect(() => requiredText({ AH: ' ' }, 'AH')).toThrow(new UnreadableField('AH', 'is missing'));
  });

  it('of a column that the answer does not have is an error, and no empty value', () => {
    expect(() => text({}, 'AH')).toThrow(new UnreadableField('AH', 'is no column of the answer'));
  });
});

describe('dates as text', () => {
  it.each([
    ['20250601', '2025-06-01'],
    ['        ', null],
    [null, null],
  ])('%j is the day %j', (ZPQX, day) => {
    expect(legalDate({ ZPQX }, 'ZPQX')).toBe(day);
  });

  it.each(['20250230', '2025-6-1', '202506', '00000000', '18991230000000'])('%j is no day, and not guessed', (ZPQX) => {
    expect(() => legalDate({ ZPQX }, 'ZPQX')).toThrow(new UnreadableField('ZPQX', 'cannot be read'));
  });

  it('that must be there is an error where it is not', () => {
    expect(() => requiredDate({ KSRQ: null }, 'KSRQ')).toThrow(new UnreadableField('KSRQ', 'is missing'));
  });

  it.each([
    ['20250601093000', '2025-06-01T09:30:00+08:00'],
    ['20250601000000', '2025-06-01T00:00:00+08:00'],
    [null, null],
  ])('%j is the time %j, in China, wherever this process runs', (TZSJ, time) => {
    expect(dateTime({ TZSJ }, 'TZSJ')).toBe(time);
  });

  it.each(['20250601', '20250601246000', '2025-06-01 09:30:00'])('%j is no time', (TZSJ) => {
    expect(() => dateTime({ TZSJ }, 'TZSJ')).toThrow(new UnreadableField('TZSJ', 'cannot be read'));
  });
});

describe('codes', () => {
  const list = new Map([['1', 'ONE']]);

  it('have a meaning, or none where there is no code', () => {
    expect([coded({ ZT: '1 ' }, 'ZT', list), coded({ ZT: null }, 'ZT', list)]).toEqual(['ONE', null]);
    expect(() => requiredCode({ ZT: null }, 'ZT', list)).toThrow(new UnreadableField('ZT', 'is missing'));
  });

  it.each(['9', '01', 'constructor'])('%j is unknown', (ZT) => {
    expect(() => coded({ ZT }, 'ZT', list)).toThrow(new UnreadableField('ZT', 'has an unknown code'));
  });
});
