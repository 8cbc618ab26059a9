import { describe, expect, it } from '@jest/globals';
import {
  coded,
  legalDate,
  optionalRecord,
  recordsIn,
  requiredCode,
  requiredDate,
  requiredDateTime,
  requiredText,
  text,
} from '#adapters/systems/court-12368/fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const EMPTY = ['', '   ', '0000-00-00', '0000-00-00 00:00:00', '0001-01-01 00:00:00'];

describe('texts', () => {
  it('lose the padding around them, and are null where there is nothing', () => {
    expect(text({ XM: ' 林拟审  ' }, 'XM')).toBe('林拟审');
    for (const record of [{}, { XM: '' }, { XM: '  ' }, { XM: null }]) {
      expect(text(record, 'XM')).toBeNull();
      expect(() => requiredText(record, 'XM')).toThrow(new UnreadableField('XM', 'is missing'));
    }
  });

  it('are not made of elements', () => {
    expect(() => text({ XM: { A: 'x' } }, 'XM')).toThrow(UnreadableField);
  });
});

describe('dates', () => {
  it.each([
    ['2025-05-29', '2025-05-29'],
    ['2025-05-29 00:00:00', '2025-05-29'],
    ['2025-05-29 23:59:59', '2025-05-29'],
    ['2024-02-29 00:00:00.0', '2024-02-29'],
  ])('%s is %s', (written, date) => {
    expect(legalDate({ LARQ: written }, 'LARQ')).toBe(date);
    expect(requiredDate({ LARQ: written }, 'LARQ')).toBe(date);
  });

  it.each(EMPTY)('%j is none', (written) => {
    expect(legalDate({ LARQ: written }, 'LARQ')).toBeNull();
    expect(() => requiredDate({ LARQ: written }, 'LARQ')).toThrow(UnreadableField);
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '20250529',
    '2025-05-29T00:00:00',
    '2025-05-29 24:00:00',
    '29/05/2025',
    '张拟甲',
  ])('%s is refused, and not repeated', (written) => {
    const message = new UnreadableField('LARQ', 'is not a date');
    expect(() => legalDate({ LARQ: written }, 'LARQ')).toThrow(message);
  });
});

describe('date-times', () => {
  it.each([
    ['2025-06-24 09:00:00', '2025-06-24T09:00:00+08:00'],
    ['2025-06-24 00:00:00', '2025-06-24T00:00:00+08:00'],
    ['2025-06-24 23:59:59.0', '2025-06-24T23:59:59+08:00'],
  ])('%s is %s', (written, instant) => {
    expect(requiredDateTime({ KTSJ: written }, 'KTSJ')).toBe(instant);
  });

  it.each([...EMPTY, '2025-06-24', '2025-06-24 9:00:00', '2025-06-24 09:00:00Z'])('%j is none', (written) => {
    expect(() => requiredDateTime({ KTSJ: written }, 'KTSJ')).toThrow(UnreadableField);
  });
});

describe('codes', () => {
  const list = new Map([['1', 'ORDINARY']]);

  it('have a meaning, or none where there is no code', () => {
    expect(coded({ SYCX: '1 ' }, 'SYCX', list)).toBe('ORDINARY');
    expect(coded({ SYCX: '' }, 'SYCX', list)).toBeNull();
    expect(() => requiredCode({ SYCX: '' }, 'SYCX', list)).toThrow(new UnreadableField('SYCX', 'is missing'));
  });

  it.each(['9', 'constructor', '01'])('%s is unknown', (code) => {
    expect(() => coded({ SYCX: code }, 'SYCX', list)).toThrow(new UnreadableField('SYCX', 'has an unknown code'));
  });
});

describe('lists', () => {
  it('hold records, and must be there', () => {
    expect(recordsIn({ LB: { AJ: [] } }, 'LB', 'AJ')).toEqual([]);
    expect(recordsIn({ LB: { AJ: [{ AH: '1' }] } }, 'LB', 'AJ')).toEqual([{ AH: '1' }]);
    for (const record of [{}, { LB: null }, { LB: 'x' }, { LB: { AJ: ['x'] } }]) {
      expect(() => recordsIn(record, 'LB', 'AJ')).toThrow(UnreadableField);
    }
  });

  it('one record may be absent', () => {
    expect(optionalRecord({}, 'SJY')).toBeNull();
    expect(optionalRecord({ SJY: { XM: 'x' } }, 'SJY')).toEqual({ XM: 'x' });
    expect(() => optionalRecord({ SJY: 'x' }, 'SJY')).toThrow(UnreadableField);
  });
});
