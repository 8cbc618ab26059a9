import type { LegacyLimits } from '#adapters/connector/limits.ts';

/** Limits under which each call is judged by itself: one time for all that it waits for, a place at once, no second try, a breaker that never stays open. */
export function alone(timeoutMs: number, more: Partial<LegacyLimits> = {}): Partial<LegacyLimits> {
  const never = Number.MAX_SAFE_INTEGER;
  return {
    ...{ callTimeoutMs: timeoutMs, connectTimeoutMs: timeoutMs, concurrency: 16, retries: 0 },
    ...{ breakerFailures: never, breakerShare: never, refusedOpenMs: 0 },
    ...more,
  };
}
