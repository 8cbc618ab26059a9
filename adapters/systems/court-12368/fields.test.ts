import { describe, expect, it } from '@jest/globals';
import {
  dateTime,
  legalDate,
  requiredDate,
  requiredDateTime,
  requiredFen,
} from '#adapters/systems/court-12368/fields.ts';
import {
  coded,
  keyedRecords,
  optionalRecord,
  recordsIn,
  requiredCode,
  requiredText,
  text,
  textsIn,
} from '#adapters/systems/records/xml-fields.ts';
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
    expect(dateTime({ KTSJ: written }, 'KTSJ')).toBe(instant);
  });

  it.each(EMPTY)('%j is none', (written) => {
    expect(dateTime({ KTSJ: written }, 'KTSJ')).toBeNull();
  });

  it('are not made of a day alone', () => {
    expect(() => dateTime({ KTSJ: '2025-06-24' }, 'KTSJ')).toThrow(new UnreadableField('KTSJ', 'has no time'));
  });

  it.each([...EMPTY, '2025-06-24', '2025-06-24 9:00:00', '2025-06-24 09:00:00Z'])('%j is none', (written) => {
    expect(() => requiredDateTime({ KTSJ: written }, 'KTSJ')).toThrow(UnreadableField);
  });
});

describe('amounts', () => {
  it.each([
    ['12800.00', 1_280_000],
    ['12800', 1_280_000],
    ['0.1', 10],
    ['0.29', 29],
    ['1.15', 115],
    ['4.350000', 435],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s yuan are %d fen, exactly', (written, fen) => {
    expect(requiredFen({ JFJE: written }, 'JFJE')).toBe(fen);
  });

  it.each(['90071992547409.92', '90071992547409.93', '9999999999999999999'])('%s is too much', (written) => {
    const message = new UnreadableField('JFJE', 'is more than can be told exactly');
    expect(() => requiredFen({ JFJE: written }, 'JFJE')).toThrow(message);
  });

  it.each(['0.005', '1e3', '-1.00', '12,800.00', '12800元', '.5', '', 'NaN'])('%j is none', (written) => {
    expect(() => requiredFen({ JFJE: written }, 'JFJE')).toThrow(UnreadableField);
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

  it('hold a record once', () => {
    const list = (...XH: string[]) => ({ LB: { DSR: XH.map((key) => ({ XH: key })) } });
    expect(keyedRecords(list('1', '2'), 'LB', 'DSR', 'XH')).toHaveLength(2);
    expect(() => keyedRecords(list('1', '1'), 'LB', 'DSR', 'XH')).toThrow(
      new UnreadableField('LB', 'holds a record twice'),
    );
    expect(() => keyedRecords(list(''), 'LB', 'DSR', 'XH')).toThrow(UnreadableField);
  });

  it('of texts have no empty ones', () => {
    expect(textsIn({ LB: { AH: ['', ' 1 ', null] } }, 'LB', 'AH')).toEqual(['1']);
    for (const record of [{}, { LB: {} }, { LB: { AH: [{}] } }]) {
      expect(() => textsIn(record, 'LB', 'AH')).toThrow(UnreadableField);
    }
  });

  it('one record may be absent', () => {
    expect(optionalRecord({}, 'SJY')).toBeNull();
    expect(optionalRecord({ SJY: { XM: 'x' } }, 'SJY')).toEqual({ XM: 'x' });
    expect(() => optionalRecord({ SJY: 'x' }, 'SJY')).toThrow(UnreadableField);
  });
});
