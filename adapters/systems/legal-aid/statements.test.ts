import { describe, expect, it } from '@jest/globals';
import { CASE_FACTS, CASE_RECORDS, forKeys, LAWYERS, MAX_KEYS } from '#adapters/systems/legal-aid/statements.ts';

const keys = (count: number) =>
  Array.from({ length: count }, (_, index) => `LA-2025-${String(index).padStart(6, '0')}`);

describe('forKeys', () => {
  it.each([
    [1, 1],
    [2, 4],
    [4, 4],
    [5, 16],
    [17, 64],
    [MAX_KEYS, 64],
  ])('%i keys stand in a list of %i, so that few texts reach the database', (count, length) => {
    const { sql, binds } = forKeys(CASE_RECORDS, keys(count));
    expect(binds).toHaveLength(length);
    expect(sql.match(/:\d+/g)).toHaveLength(length);
    expect(new Set(binds)).toEqual(new Set(keys(count).map((key) => key.padEnd(24))));
  });

  it('pads keys of CHAR columns only', () => {
    expect(forKeys(CASE_FACTS, ['LA-2025-000001']).binds).toEqual(['LA-2025-000001          ']);
    expect(forKeys(LAWYERS, ['13799201810999004']).binds).toEqual(['13799201810999004']);
  });

  it('never writes a key into the text', () => {
    const hostile = "' OR '1'='1";
    expect(forKeys(LAWYERS, [hostile]).sql).not.toContain(hostile);
  });
});
