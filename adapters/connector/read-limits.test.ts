import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS, type LegacyLimits } from '#adapters/connector/limits.ts';
import { LIMIT_RANGES, readLimits } from '#adapters/connector/read-limits.ts';

const read = (env: Record<string, string>) => readLimits(env, 'COURT_12368', DEFAULT_LIMITS);

describe('limits of a system', () => {
  it('are the defaults where nothing is set', () => expect(read({ POLICE_QUEUE: '1' })).toEqual(DEFAULT_LIMITS));

  it.each(Object.entries(LIMIT_RANGES))('%s is read within its safe range', (limit, { setting, least, most }) => {
    const name = `COURT_12368_${setting}`;
    const whole = { COURT_12368_CALL_TIMEOUT_MS: '15000' };
    for (const value of [least, most]) {
      expect(read({ ...whole, [name]: String(value) })[limit as keyof LegacyLimits]).toBe(value);
    }
    for (const text of [String(least - 1), String(most + 1), '-1', '1e2', 'many', '0x10', '1.55']) {
      expect(() => read({ ...whole, [name]: text })).toThrow(
        new RegExp(`^${name} 应为 ${least} 到 ${most} 的.* / ${name} is .* from ${least} to ${most}: ${text}$`),
      );
    }
  });

  it('have defaults within their own ranges', () => {
    for (const [limit, { least, most }] of Object.entries(LIMIT_RANGES)) {
      const standard = DEFAULT_LIMITS[limit as keyof typeof LIMIT_RANGES];
      if (standard === null) continue;
      expect(standard).toBeGreaterThanOrEqual(least);
      expect(standard).toBeLessThanOrEqual(most);
    }
  });

  it.each(['CONNECT_TIMEOUT_MS', 'FIRST_BYTE_TIMEOUT_MS'])('%s is no longer than the whole call', (setting) => {
    const name = `COURT_12368_${setting}`;
    expect(() => read({ COURT_12368_CALL_TIMEOUT_MS: '2000', [name]: '2001' })).toThrow(
      `${name} is a whole number from 100 to 2000`,
    );
  });

  it('say when the system is closed', () => {
    expect(read({ COURT_12368_CLOSED: 'daily 02:00-04:00; Sat 22:00-Sun 06:00' }).closed).toHaveLength(2);
    expect(() => read({ COURT_12368_CLOSED: 'nightly' })).toThrow(
      /^COURT_12368_CLOSED 应为.* \/ COURT_12368_CLOSED is a list .*daily 02:00-04:00.*: not a window: "nightly"$/,
    );
  });
});
