import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accountRefused, unavailable } from '#adapters/connector/failures.ts';
import { DOWN, GARBLED, guarded, OURS, outcome, SLOW, settle } from '#adapters/connector/guard.fixture.ts';
import type { LegacyLimits } from '#adapters/connector/limits.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** What a system does with a call, or what passes between calls. */
const STEPS = {
  ok: () => null,
  down: DOWN,
  slow: SLOW,
  garbled: GARBLED,
  ours: OURS,
  rejected: () => unavailable('a fault: the request is wrong', false),
  refused: () => accountRefused('the password has expired'),
};
type Step = keyof typeof STEPS | 'gone' | number;

/** Calls one after the other; `gone`: its caller gives up; a number: so many milliseconds pass. @returns how many reached the system, and the last outcome */
async function played(limits: Partial<LegacyLimits>, steps: readonly Step[]) {
  const { ask, reached, told } = guarded(limits);
  for (const step of steps) {
    if (typeof step === 'number') {
      await jest.advanceTimersByTimeAsync(step);
      continue;
    }
    const caller = new AbortController();
    const call = outcome(ask('q', { signal: caller.signal }));
    await settle();
    const failure = step === 'gone' ? null : STEPS[step]();
    if (step === 'gone') caller.abort();
    else if (failure === null) reached.at(-1)?.answer('ok');
    else reached.at(-1)?.fail(failure);
    await call;
  }
  return { reached: reached.length, last: told.at(-1)?.outcome, breaker: told.at(-1)?.breaker };
}

const times = (count: number, ...steps: Step[]): Step[] => Array.from({ length: count }, () => steps).flat();
const LIMITS = { breakerFailures: 3, breakerShare: 50, breakerWindowMs: 30_000, breakerOpenMs: 1000 };

describe('the breaker', () => {
  it.each<[string, Step[], number, string, string]>([
    ['lets calls through', times(20, 'ok'), 20, 'ok', 'closed'],
    ['opens after failures in a row', [...times(3, 'down'), 'ok', 'ok'], 3, 'breaker-open', 'open'],
    ['counts what is too slow', [...times(3, 'slow'), 'ok'], 3, 'breaker-open', 'open'],
    ['begins again after a success', ['down', 'down', 'ok', 'down', 'down'], 5, 'DEPARTMENT_UNAVAILABLE', 'closed'],
    ['does not count what cannot be read', times(5, 'garbled'), 5, 'DEPARTMENT_DATA_INVALID', 'closed'],
    ['does not count a refused request', times(5, 'rejected'), 5, 'DEPARTMENT_UNAVAILABLE', 'closed'],
    ['does not count our own arguments', times(5, 'ours'), 5, 'refused', 'closed'],
    ['does not count callers that give up', times(5, 'gone'), 5, 'cancelled', 'closed'],
    ['opens at a share of failures', [...times(8, 'ok', 'down'), 'ok'], 10, 'breaker-open', 'open'],
    ['does not open below that share', times(8, 'ok', 'ok', 'down'), 24, 'DEPARTMENT_UNAVAILABLE', 'closed'],
    [
      'forgets what is older than its window',
      [...times(4, 'down', 'ok'), 30_000, ...times(4, 'ok', 'down')],
      16,
      'DEPARTMENT_UNAVAILABLE',
      'closed',
    ],
    ['is open for its time', [...times(3, 'down'), 999, 'ok'], 3, 'breaker-open', 'open'],
    ['closes when the trying call succeeds', [...times(3, 'down'), 1000, 'ok', 'ok'], 5, 'ok', 'closed'],
    ['closes when it is answered at all', [...times(3, 'down'), 1000, 'garbled', 'ok'], 5, 'ok', 'closed'],
    ['opens again when it fails', [...times(3, 'down'), 1000, 'down', 'ok'], 4, 'breaker-open', 'open'],
    [
      'tries with the next call when its caller gave up',
      [...times(3, 'down'), 1000, 'gone', 'ok', 'ok'],
      6,
      'ok',
      'closed',
    ],
    ['begins anew after it closed', [...times(3, 'down'), 1000, 'ok', 'down', 'down', 'ok'], 7, 'ok', 'closed'],
  ])('%s', async (_what, steps, reached, last, breaker) => {
    expect(await played(LIMITS, steps)).toEqual({ reached, last, breaker });
  });

  it('lets exactly one call through to try, and no other waits for it', async () => {
    const { ask, reached } = guarded(LIMITS);
    for (let failed = 0; failed < 3; failed += 1) {
      const call = outcome(ask('q'));
      await settle();
      reached.at(-1)?.fail(DOWN());
      await call;
    }
    await jest.advanceTimersByTimeAsync(1000);
    const all = Array.from({ length: 10 }, () => outcome(ask('q')));
    await settle();
    expect(reached).toHaveLength(4);
    expect(await Promise.all(all.slice(1))).toEqual(Array.from({ length: 9 }, () => 'UNAVAILABLE'));
    reached.at(-1)?.answer('back');
    expect(await all[0]).toBe('back');
  });

  it('is open no longer where the clock of this machine is put back', async () => {
    const { ask, reached } = guarded({ ...LIMITS, breakerFailures: 1 });
    const failing = outcome(ask('q'));
    await settle();
    reached[0]?.fail(DOWN());
    await failing;
    jest.setSystemTime(Date.now() - 3_600_000);
    await jest.advanceTimersByTimeAsync(1000);
    const call = outcome(ask('q'));
    await settle();
    reached[1]?.answer('back');
    expect(await call).toBe('back');
  });

  it('lets none through that waited for a place when it opened', async () => {
    const { ask, reached } = guarded({ ...LIMITS, concurrency: 3 });
    const all = Array.from({ length: 6 }, () => outcome(ask('q')));
    await settle();
    for (const each of reached) each.fail(DOWN());
    expect(await Promise.all(all)).toEqual(Array.from({ length: 6 }, () => 'UNAVAILABLE'));
    expect(reached).toHaveLength(3);
  });

  it('takes no word of calls from before it opened', async () => {
    const { ask, reached, told } = guarded({ ...LIMITS, concurrency: 4, callTimeoutMs: 10_000 });
    const all = Array.from({ length: 4 }, () => outcome(ask('q')));
    await settle();
    for (const each of reached.slice(0, 3)) each.fail(DOWN());
    await jest.advanceTimersByTimeAsync(500);
    reached[3]?.answer('late');
    expect(await all[3]).toBe('late');
    expect(told.at(-1)).toMatchObject({ outcome: 'ok', breaker: 'open' });
  });
});

describe('a refused account', () => {
  const minute = 60_000;
  const refusals = { ...LIMITS, refusedOpenMs: 5 * minute };

  it.each<[string, Step[], number]>([
    ['at once, for longer than a failure', ['refused', 1000, 'ok', 4 * minute, 'ok'], 1],
    ['until one call tries', ['refused', 5 * minute, 'ok', 'ok'], 3],
    ['twice as long the second time', ['refused', 5 * minute, 'refused', 9 * minute, 'ok'], 2],
    ['as long as at first after it was let in', ['refused', 5 * minute, 'ok', 'refused', 5 * minute, 'ok'], 4],
  ])('opens the breaker %s', async (_what, steps, reached) => {
    expect((await played(refusals, steps)).reached).toBe(reached);
  });

  it('is no failure that another try would heal', async () => {
    const { ask, reached } = guarded(refusals);
    const first = outcome(ask('q'));
    await settle();
    reached[0]?.fail(accountRefused('locked'));
    expect([await first, await outcome(ask('q'))]).toEqual(['UNAVAILABLE!', 'UNAVAILABLE!']);
  });

  it('is tried fewer than ten times in a day: Oracle’s default profile locks it at the tenth', async () => {
    const aDay = times(24 * 60, 'refused', minute);
    expect((await played(refusals, aDay)).reached).toBe(9);
  });
});
