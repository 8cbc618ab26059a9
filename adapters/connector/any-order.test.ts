import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import { DOWN, GARBLED, OURS, random, SLOW, settle } from '#adapters/connector/guard.fixture.ts';
import { type Attempt, createGuard } from '#adapters/connector/guard.ts';
import { DEFAULT_LIMITS, type LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallResult, SystemState } from '#adapters/connector/observe.ts';

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-01-05T01:00:00+08:00') }));
afterEach(() => void jest.useRealTimers());

/** A try that has reached the system and has not ended. */
interface Running {
  readonly asked: Asked;
  readonly isProbe: boolean;
  readonly attempt: Attempt;
  readonly obeys: boolean;
  end(failure: Error | null): void;
}
interface Asked {
  readonly isRead: boolean;
  readonly rights: string;
  readonly key: string | null;
  readonly caller: AbortController;
  readonly at: number;
  tries: number;
  ended: number;
}

/** A guard, and a system whose calls end in any order; what may never be is checked at each step. */
function played(seed: number, limits: LegacyLimits) {
  const below = random(seed);
  const running = new Set<Running>();
  const asked: Asked[] = [];
  const told: CallResult[] = [];
  const wrong: string[] = [];
  let state: () => SystemState = () => ({ breaker: 'closed', running: 0, waiting: 0 });
  const guard = createGuard({
    ...{ department: 'COURT', system: '12368', protocol: 'soap', limits },
    failureOf(error) {
      if (error instanceof LegacyFailure) return error;
      throw error;
    },
    observer: {
      began: () => ({ ended: (result) => void told.push(result) }),
      watchSystem(_system, read) {
        state = read;
        return () => {};
      },
      watchSessions: () => () => {},
    },
  });

  function work(mine: Asked, attempt: Attempt): Promise<unknown> {
    const isProbe = state().breaker !== 'closed';
    if (attempt.signal.aborted) wrong.push('begun for nobody');
    if (state().breaker === 'open') wrong.push('begun while the breaker is open');
    if (isProbe && [...running].some((each) => each.isProbe && !each.attempt.signal.aborted)) wrong.push('two probes');
    mine.tries += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const obeys = below(4) > 0;
    const each: Running = {
      ...{ asked: mine, attempt, obeys, isProbe },
      end(failure) {
        running.delete(each);
        if (failure === null) resolve({ rights: mine.rights, key: mine.key, isRead: mine.isRead });
        else reject(failure);
      },
    };
    running.add(each);
    if (obeys) attempt.signal.addEventListener('abort', () => each.end(attempt.signal.reason), { once: true });
    return promise;
  }

  function ask(): void {
    const mine: Asked = {
      ...{ isRead: below(4) > 0, rights: `r${below(2)}`, key: below(3) === 0 ? null : `k${below(2)}` },
      ...{ caller: new AbortController(), at: Date.now(), tries: 0, ended: 0 },
    };
    asked.push(mine);
    const call = { requestId: 'r', caller: 'c', rights: mine.rights, signal: mine.caller.signal };
    const what = { operation: 'q', isRead: mine.isRead, shareKey: mine.key, call };
    const ended = (value: unknown) => {
      mine.ended += 1;
      const { rights, key, isRead } = mine;
      if (Date.now() - mine.at > limits.callTimeoutMs) wrong.push('later than its time');
      if (value instanceof Error) return;
      if (JSON.stringify(value) !== JSON.stringify({ rights, key, isRead })) wrong.push('an answer of another');
    };
    guard.run(what, (attempt) => work(mine, attempt)).then(ended, ended);
  }

  const pick = <Each>(all: readonly Each[]): Each | undefined => all[below(Math.max(1, all.length))];
  const steps = [
    ask,
    ask,
    () => pick([...running])?.end(pick([null, null, null, DOWN(), SLOW(), GARBLED(), OURS()]) ?? null),
    () => pick([...running])?.attempt.answering(),
    () => pick(asked.filter((each) => each.ended === 0))?.caller.abort(),
    () => jest.advanceTimersByTimeAsync(below(600)),
  ];

  function check(): void {
    expect(wrong).toEqual([]);
    const { running: places, waiting } = state();
    // A place is given back some time after work that is deaf was broken off.
    const heeding = [...running].filter((each) => each.obeys || !each.attempt.signal.aborted);
    expect(heeding.length).toBeLessThanOrEqual(limits.concurrency);
    expect(places).toBeLessThanOrEqual(limits.concurrency);
    expect(waiting).toBeLessThanOrEqual(limits.queue);
    if (waiting > 0) expect(places).toBe(limits.concurrency);
    for (const { isRead, tries, ended } of asked) {
      expect(tries).toBeLessThanOrEqual(isRead ? 1 + limits.retries : 1);
      expect(ended).toBeLessThanOrEqual(1);
    }
  }
  return { below, steps, check, asked, told, running, state: () => state(), guard };
}

describe('whatever happens in whatever order', () => {
  it.each(Array.from({ length: 16 }, (_, seed) => seed))(
    'nothing is over its bound, shared across rights, repeated, kept waiting or lost: seed %i',
    async (seed) => {
      const choose = random(seed + 1000);
      const { below, steps, check, asked, told, running, state, guard } = played(seed, {
        ...DEFAULT_LIMITS,
        ...{ concurrency: 1 + choose(3), queue: choose(4), callTimeoutMs: 1000, retries: choose(3), retryShare: 50 },
        ...{ firstByteTimeoutMs: choose(2) === 0 ? null : 300, breakerFailures: 2 + choose(4), breakerOpenMs: 700 },
      });
      for (let step = 0; step < 150; step += 1) {
        await steps[below(steps.length)]?.();
        if (below(3) === 0) continue; // the next step comes in the same moment
        if (below(3) === 0) {
          await Promise.resolve();
          continue;
        }
        await settle();
        check();
      }
      await jest.advanceTimersByTimeAsync(1000 + 2000);
      expect(asked.every(({ ended }) => ended === 1)).toBe(true);
      expect(told).toHaveLength(asked.length);
      expect(state()).toMatchObject({ running: 0, waiting: 0 });
      for (const each of [...running]) each.end(null);
      await settle();
      await guard.close();
      expect(jest.getTimerCount()).toBe(0);
    },
  );
});
