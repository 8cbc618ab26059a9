import { describe, expect, it } from '@jest/globals';
import { ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import { decodeDatetime, encodeDatetime } from '#simulators/oracle/wire/datetime.ts';

const { DATE, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_LTZ } = ORACLE_TYPES;

describe('dates and timestamps', () => {
  it.each([
    ['2025-03-14 15:09:26', DATE, '787d030e100a1b'],
    ['1999-12-31 23:59:59', DATE, '77c70c1f183c3c'],
    ['0001-01-01 00:00:00', DATE, '6465010101' + '0101'],
    ['0099-12-31 00:00:00', DATE, '64c70c1f010101'],
    ['-0044-03-15 00:00:00', DATE, '6438030f010101'],
    ['-4712-01-01 00:00:00', DATE, '3558' + '0101' + '010101'],
    ['9999-12-31 00:00:00', DATE, 'c7c70c1f010101'],
    ['2025-03-14 15:09:26', TIMESTAMP, '787d030e100a1b'],
    ['2025-03-14 15:09:26.5', TIMESTAMP, '787d030e100a1b1dcd6500'],
    ['2025-03-14 15:09:26.000000001', TIMESTAMP, '787d030e100a1b00000001'],
  ])('%s as type %d is %s, both ways', (text, type, bytes) => {
    expect(encodeDatetime(text, type).toString('hex')).toBe(bytes);
    expect(decodeDatetime(Buffer.from(bytes, 'hex'), type)).toBe(text);
  });

  it.each([
    ['2025-03-14 08:00:00+08:00', TIMESTAMP_TZ, '787d030e010101' + '00000000' + '1c3c', '2025-03-14 00:00:00+00'],
    ['2025-01-01 00:15:00.25-05:30', TIMESTAMP_TZ, '787d0101062e01' + '0ee6b280' + '0f1e', '2025-01-01 05:45:00.25+00'],
    ['2025-01-01 00:00:00 region 250', TIMESTAMP_TZ, '787d0101010101' + '00000000' + '83e8', '2025-01-01 00:00:00+00'],
    ['2025-01-01 02:00:00+08', TIMESTAMP_LTZ, '787c0c1f130101', '2024-12-31 18:00:00+00'],
    ['0050-01-01 00:00:00Z', TIMESTAMP_TZ, '64960101010101' + '00000000' + '143c', '0050-01-01 00:00:00+00'],
  ])('%s as type %d is %s, and comes back in UTC', (text, type, bytes, inUtc) => {
    expect(encodeDatetime(text, type).toString('hex')).toBe(bytes);
    expect(decodeDatetime(Buffer.from(bytes, 'hex'), type)).toBe(inUtc);
  });

  it('takes a date without time for midnight, and looks at no zone where the type has none', () => {
    expect(decodeDatetime(encodeDatetime('2025-03-14', DATE), DATE)).toBe('2025-03-14 00:00:00');
    expect(decodeDatetime(encodeDatetime('2025-03-14 15:09:26.9+08', DATE), DATE)).toBe('2025-03-14 15:09:26');
  });

  it.each(['', '14-MAR-25', '2025-3-14', '2025-03-14 15:09', '2025-03-14 BC', 'infinity'])('refuses %j', (text) => {
    expect(() => encodeDatetime(text, DATE)).toThrow('ORA-01801');
  });

  it.each([0, 1, 6, 8, 12, 14])('refuses %d bytes', (length) => {
    expect(() => decodeDatetime(Buffer.alloc(length), DATE)).toThrow(`a date cannot have ${length} bytes`);
  });
});
