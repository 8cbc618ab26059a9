import { describe, expect, it } from '@jest/globals';
import {
  compact,
  count,
  dateTime,
  legalDate,
  requiredDate,
  requiredDateTime,
} from '#adapters/systems/procuratorate-12309/fields.ts';
import {
  coded,
  keyedRecords,
  recordsIn,
  requiredCode,
  requiredRecord,
  requiredText,
  text,
  textsIn,
} from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const EMPTY = ['', '   ', '00000000', '00000000000000', '00010101', '18991230', '18991230000000', '18991231'];

describe('texts', () => {
  it('lose the padding around them, and are null where there is nothing', () => {
    expect(text({ XM: ' 㛃拟𠮷  ' }, 'XM')).toBe('㛃拟𠮷');
    for (const record of [{}, { XM: '' }, { XM: '  ' }, { XM: null }]) {
      expect(text(record, 'XM')).toBeNull();
      expect(() => requiredText(record, 'XM')).toThrow(new UnreadableField('XM', 'is missing'));
    }
    expect(() => text({ XM: { A: 'x' } }, 'XM')).toThrow(UnreadableField);
  });
});

describe('times', () => {
  it.each([
    ['20250614', '2025-06-14'],
    ['20250614235959', '2025-06-14'],
    ['20240229', '2024-02-29'],
  ])('the day of %s is %s', (written, date) => {
    expect(legalDate({ JDRQ: written }, 'JDRQ')).toBe(date);
    expect(requiredDate({ JDRQ: written }, 'JDRQ')).toBe(date);
  });

  it.each([
    ['20250624090000', '2025-06-24T09:00:00+08:00'],
    ['20250624000000', '2025-06-24T00:00:00+08:00'],
    ['20250624235959', '2025-06-24T23:59:59+08:00'],
  ])('the time of %s is %s', (written, instant) => {
    expect(dateTime({ SDSJ: written }, 'SDSJ')).toBe(instant);
    expect(requiredDateTime({ SDSJ: written }, 'SDSJ')).toBe(instant);
    expect(compact(instant)).toBe(written);
  });

  it.each(EMPTY)('%j is none: not 1899, not today', (written) => {
    expect(legalDate({ JDRQ: written }, 'JDRQ')).toBeNull();
    expect(dateTime({ JDRQ: written }, 'JDRQ')).toBeNull();
    expect(() => requiredDate({ JDRQ: written }, 'JDRQ')).toThrow(new UnreadableField('JDRQ', 'is missing'));
  });

  it.each(['20250229', '20251301', '2025-06-14', '2025061', '202506140900', '张拟甲'])(
    '%s is no day, and is not repeated',
    (written) => {
      const unreadable = new UnreadableField('JDRQ', 'cannot be read');
      expect(() => legalDate({ JDRQ: written }, 'JDRQ')).toThrow(unreadable);
    },
  );

  it.each(['20250229090000', '20250614240000', '20250614096000', '2025-06-14 09:00:00'])('%s is no time', (written) => {
    const unreadable = new UnreadableField('SDSJ', 'cannot be read');
    expect(() => dateTime({ SDSJ: written }, 'SDSJ')).toThrow(unreadable);
  });

  it('a day is no time', () => {
    expect(() => dateTime({ SDSJ: '20250614' }, 'SDSJ')).toThrow(new UnreadableField('SDSJ', 'has no time'));
  });
});

describe('codes and counts', () => {
  const list = new Map([['1', 'ONE']]);

  it('have a meaning, or none where there is no code', () => {
    expect(coded({ LB: ' 1 ' }, 'LB', list)).toBe('ONE');
    expect(coded({ LB: '' }, 'LB', list)).toBeNull();
    expect(() => requiredCode({ LB: '' }, 'LB', list)).toThrow(new UnreadableField('LB', 'is missing'));
  });

  it.each(['9', 'constructor', '01'])('%s is unknown', (code) => {
    expect(() => coded({ LB: code }, 'LB', list)).toThrow(new UnreadableField('LB', 'has an unknown code'));
  });

  it.each([
    ['0', 0],
    ['2', 2],
    ['', null],
  ])('%j is %s', (written, number) => {
    expect(count({ CS: written }, 'CS')).toBe(number);
  });

  it.each(['-1', '1.0', '二', '99999'])('%s is no count', (written) => {
    expect(() => count({ CS: written }, 'CS')).toThrow(UnreadableField);
  });
});

describe('lists', () => {
  it('hold records, and must be there', () => {
    expect(recordsIn({ LB: { AJ: [] } }, 'LB', 'AJ')).toEqual([]);
    expect(recordsIn({ LB: { AJ: [{ AH: '1' }] } }, 'LB', 'AJ')).toEqual([{ AH: '1' }]);
    for (const record of [{}, { LB: null }, { LB: 'x' }, { LB: {} }, { LB: { AJ: ['x'] } }]) {
      expect(() => recordsIn(record, 'LB', 'AJ')).toThrow(UnreadableField);
    }
    expect(() => requiredRecord({}, 'SJ')).toThrow(new UnreadableField('SJ', 'is missing'));
  });

  it('hold texts, without the empty ones', () => {
    expect(textsIn({ LB: { AH: ['1', null, ' ', ' 2 '] } }, 'LB', 'AH')).toEqual(['1', '2']);
    expect(() => textsIn({ LB: { AH: [{}] } }, 'LB', 'AH')).toThrow(UnreadableField);
    expect(() => textsIn({ LB: {} }, 'LB', 'AH')).toThrow(UnreadableField);
  });

  it('hold each key once', () => {
    const keyed = (...keys: string[]) => keyedRecords({ LB: { AJ: keys.map((AH) => ({ AH })) } }, 'LB', 'AJ', 'AH');
    expect(keyed('1', '2')).toHaveLength(2);
    expect(() => keyed('1', '1 ')).toThrow(new UnreadableField('LB', 'holds a record twice'));
    expect(() => keyed('1', '')).toThrow(new UnreadableField('AH', 'is missing'));
  });
});
