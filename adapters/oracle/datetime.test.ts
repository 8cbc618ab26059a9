import { describe, expect, it } from '@jest/globals';
import {
  offsetOf,
  readInstant,
  readWallClock,
  readZoned,
  writeWallClock,
  writeZoned,
} from '#adapters/oracle/datetime.ts';

describe('a wall clock', () => {
  it.each([
    '2025-05-30T10:05:00',
    '1986-05-04T02:30:00', // left out by a change of clocks in Shanghai
    '2025-03-09T02:30:00', // and in New York
    '0001-01-01T00:00:00',
    '0099-12-31T23:59:59',
    '9999-12-31T23:59:59.999999999',
    '2024-02-29T00:00:00.000000001',
    '2025-05-30T10:05:00.12',
  ])('%s comes back as it was written', (text) => {
    const bytes = writeWallClock(text);
    expect(bytes && readWallClock(bytes)).toBe(text);
    expect(bytes).toHaveLength(text.includes('.') ? 11 : 7);
  });

  it('is written as Oracle does, a day as its midnight', () => {
    expect(writeWallClock('2025-05-30')?.toJSON().data).toEqual([120, 125, 5, 30, 1, 1, 1]);
  });

  it.each(['0000-01-01', '2025-02-29', '2025-13-01', '2025-05-30T24:00:00', '2025-05-30 10:05:00', '2025-5-3', ''])(
    '%j is none',
    (text) => expect(writeWallClock(text)).toBeNull(),
  );

  it.each([
    ['before the year 1', [53, 88, 1, 1, 1, 1, 1]],
    ['of the year 0', [100, 100, 1, 1, 1, 1, 1]],
    ['no month', [120, 125, 13, 1, 1, 1, 1]],
    ['no day', [120, 125, 2, 30, 1, 1, 1]],
    ['no hour', [120, 125, 2, 3, 26, 1, 1]],
    ['an hour less than none', [120, 125, 2, 3, 0, 1, 1]],
    ['too short', [120, 125, 2, 3]],
    ['nothing', []],
  ])('bytes %s are none, and not shifted', (_, bytes) => {
    expect(readWallClock(Buffer.from(bytes))).toBeNull();
  });
});

describe('a moment', () => {
  it.each(['2025-05-30T10:05:00+08:00', '2025-01-01T00:30:00.5-03:30', '0001-01-02T03:04:05+00:00'])(
    '%s keeps its offset',
    (text) => {
      const bytes = writeZoned(text);
      expect(bytes).toHaveLength(13);
      expect(bytes && readZoned(bytes)).toBe(text);
    },
  );

  it('travels in UTC', () => {
    const bytes = writeZoned('2025-01-01T07:00:00+08:00');
    expect(bytes?.toJSON().data).toEqual([120, 124, 12, 31, 24, 1, 1, 0, 0, 0, 0, 28, 60]);
    expect(writeZoned('2024-12-31T23:00:00Z')?.subarray(0, 11)).toEqual(bytes?.subarray(0, 11));
  });

  it('in a region, whose rules the wire does not tell, is given in UTC', () => {
    const bytes = writeZoned('2025-01-01T07:00:00+08:00') ?? Buffer.alloc(13);
    bytes.writeUInt8(0x80 | 8, 11);
    expect(readZoned(bytes)).toBe('2024-12-31T23:00:00+00:00');
  });

  it('in the database’s own zone is given in the session’s', () => {
    const bytes = writeWallClock('2024-12-31T23:30:00.25') ?? Buffer.alloc(11);
    expect(readInstant(bytes, 0, 480)).toBe('2025-01-01T07:30:00.25+08:00');
    expect(readInstant(bytes, 480, -210)).toBe('2024-12-31T12:00:00.25-03:30');
    expect(readInstant(writeWallClock('9999-12-31T23:30:00') ?? bytes, 0, 480)).toBeNull();
  });

  it.each(['2025-05-30T10:05:00', '2025-05-30+08:00', '2025-05-30T10:05:00+8', '2025-05-30T10:05:00+15:00'])(
    '%s is none',
    (text) => expect(writeZoned(text)).toBeNull(),
  );

  it('has an offset that is one', () => {
    expect(['+08:00', '-03:30', '+00:00', '+15:00', "+08:00'"].map(offsetOf)).toEqual([480, -210, 0, null, null]);
  });
});
