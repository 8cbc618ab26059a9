import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accountRefused } from '#adapters/connector/failures.ts';
import { DOWN, GARBLED, guarded, OURS, outcome, SLOW, settle } from '#adapters/connector/guard.fixture.ts';
import { DEFAULT_LIMITS } from '#adapters/connector/limits.ts';
import { parseWindows } from '#adapters/connector/maintenance.ts';
import { Retries } from '#adapters/connector/retries.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-01-05T01:00:00+08:00') }));
afterEach(() => void jest.useRealTimers());
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('places', () => {
  it.each([
    [{ concurrency: 2, queue: 3 }, 4, 2, 0],
    [{ concurrency: 2, queue: 3 }, 7, 2, 2],
    [{ concurrency: 1, queue: 0 }, 3, 1, 2],
    [{ concurrency: 64, queue: 0 }, 64, 64, 0],
  ])('%j: of %i calls at once %i reach the system, %i are shed', async (limits, calls, reaching, shed) => {
    const { ask, reached, told } = guarded(limits);
    const all = Array.from({ length: calls }, () => outcome(ask('q')));
    await settle();
    expect(reached).toHaveLength(reaching);
    expect(told.filter((each) => each.outcome === 'shed')).toHaveLength(shed);
    for (let index = 0; index < calls - shed; index += 1) {
      reached[index]?.answer(index);
      await settle();
    }
    const outcomes = await Promise.all(all);
    expect(outcomes.filter((each) => each === 'UNAVAILABLE')).toHaveLength(shed);
    expect(reached).toHaveLength(calls - shed);
  });

  it('are waited for during half of the call’s time, so that what is begun has time to end', async () => {
    const { ask, reached, told } = guarded({ concurrency: 1, callTimeoutMs: 1000 });
    const [first, second] = [outcome(ask('a')), outcome(ask('b'))];
    await pass(500);
    expect(await second).toBe('UNAVAILABLE');
    expect(told).toMatchObject([{ operation: 'b', outcome: 'shed', attempts: 0, queueMs: 500, durationMs: 500 }]);
    await pass(500);
    expect(await first).toBe('TIMEOUT');
    expect(reached).toHaveLength(1);
  });

  it('are not waited for where the line is longer than is served in that time', async () => {
    const { ask, reached, told } = guarded({ concurrency: 1, callTimeoutMs: 1000 });
    const measured = outcome(ask('takes 300 ms'));
    await pass(300);
    reached[0]?.answer(1);
    await measured;
    const [running, waiting, shed] = ['running', 'waiting', 'shed'].map((name) => outcome(ask(name)));
    expect(await shed).toBe('UNAVAILABLE');
    expect(told.at(-1)).toMatchObject({ operation: 'shed', outcome: 'shed', durationMs: 0 });
    reached[1]?.answer('ran');
    await settle();
    reached[2]?.answer('waited');
    expect([await running, await waiting]).toEqual(['ran', 'waited']);
  });

  it('are given back when the work has ended, or some time after it was broken off', async () => {
    const { ask, guard, reached } = guarded({ concurrency: 1, queue: 1 });
    const what = { operation: 'deaf', isRead: true, shareKey: null };
    const gone = new AbortController();
    const call = { requestId: 'r', caller: 'c', rights: 'r', signal: gone.signal };
    const deaf = outcome(guard.run({ ...what, call }, () => new Promise(() => {})));
    gone.abort();
    expect(await deaf).toBe('TIMEOUT');
    const next = outcome(ask('next', {}));
    await pass(1400);
    expect(reached).toHaveLength(0);
    await pass(100);
    expect(await next).toBe('UNAVAILABLE');
    const third = outcome(ask('third'));
    await pass(600);
    reached[0]?.answer('came');
    expect(await third).toBe('came');
  });
});

describe('times', () => {
  it.each([
    ['whole call', { callTimeoutMs: 1000 }, 1000],
    ['first byte', { callTimeoutMs: 1000, firstByteTimeoutMs: 200 }, 200],
  ])('%s: %j ends a call after %i ms, down to its signal', async (_what, limits, ms) => {
    const { ask, reached } = guarded(limits);
    const call = outcome(ask('q'));
    await pass(ms - 1);
    expect(reached[0]?.signal.aborted).toBe(false);
    await pass(1);
    expect([await call, reached[0]?.signal.aborted]).toEqual(['TIMEOUT', true]);
  });

  it('of the first byte is over when one has come', async () => {
    const { ask, reached } = guarded({ callTimeoutMs: 1000, firstByteTimeoutMs: 200 });
    const [told, counted] = [outcome(ask('a')), outcome(ask('b'))];
    await settle();
    reached[0]?.answering();
    reached[1]?.bytes(1);
    await pass(999);
    for (const each of reached) each.answer('late');
    expect([await told, await counted]).toEqual(['late', 'late']);
  });

  it('leave no timer behind', async () => {
    const { ask, reached } = guarded({ firstByteTimeoutMs: 200 });
    const call = ask('q');
    await settle();
    reached[0]?.answer(1);
    await call;
    await settle();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a caller that has gone', () => {
  it.each(['waiting', 'running'])('ends its call where it is %s', async (where) => {
    const { ask, reached, told } = guarded({ concurrency: where === 'running' ? 2 : 1 });
    const gone = new AbortController();
    const [first, second] = [outcome(ask('a')), outcome(ask('b', { signal: gone.signal }))];
    await settle();
    gone.abort();
    expect(await second).toBe('TIMEOUT');
    expect(told).toMatchObject([{ operation: 'b', outcome: 'cancelled' }]);
    reached[0]?.answer(1);
    expect(await first).toBe(1);
    expect(reached.map(({ signal }) => signal.aborted)).toEqual(where === 'running' ? [false, true] : [false]);
  });

  it('before its call reaches nothing', async () => {
    const { ask, reached } = guarded();
    expect(await outcome(ask('a', { signal: AbortSignal.abort() }))).toBe('TIMEOUT');
    expect(reached).toHaveLength(0);
  });
});

describe('the rate', () => {
  it.each([
    [{ ratePerSecond: 2, burst: 3 }, [0, 0, 0, 0, 0], 3],
    [{ ratePerSecond: 2, burst: 3 }, [0, 0, 0, 500, 0], 4],
    [{ ratePerSecond: 2, burst: 3 }, [0, 10_000, 0, 0, 0, 0], 4],
    [{ ratePerSecond: 0.5, burst: 1 }, [0, 1999, 1], 2],
    [{ ratePerSecond: null, burst: 1 }, [0, 0, 0], 3],
  ])('%j: of calls after %j ms %i reach the system', async (limits, pauses, reaching) => {
    const { ask, reached } = guarded(limits);
    for (const ms of pauses) {
      await pass(ms);
      const call = outcome(ask('q'));
      await settle();
      reached.at(-1)?.answer(1);
      await call;
    }
    expect(reached).toHaveLength(reaching);
  });
});

describe('reads that failed', () => {
  it.each([
    ['a read that may succeed later', DOWN, { isRead: true }, 2],
    ['a read that took too long', SLOW, { isRead: true }, 2],
    ['a write', DOWN, { isRead: false }, 1],
    ['what cannot be read', GARBLED, { isRead: true }, 1],
    ['a refused account', () => accountRefused('expired'), { isRead: true }, 1],
    ['an argument of ours', OURS, { isRead: true }, 1],
  ])('%s: is asked so often', async (_what, failure, what, times) => {
    const { ask, reached, told } = guarded({ retries: 1 });
    const call = outcome(ask('q', what));
    await settle();
    reached[0]?.fail(failure());
    await pass(1000);
    reached[1]?.answer('at last');
    expect(await call).toBe(times === 2 ? 'at last' : await outcome(Promise.reject(expected(failure()))));
    expect(reached).toHaveLength(times);
    expect(told).toMatchObject([{ attempts: times, ...(times === 2 && { outcome: 'ok' }) }]);
  });

  it('are not asked again once a row was given', async () => {
    const { ask, reached } = guarded({ retries: 3 });
    const call = outcome(ask('q'));
    await settle();
    reached[0]?.rows(1);
    reached[0]?.fail(DOWN());
    expect(await call).toBe('UNAVAILABLE');
    await pass(3000);
    expect(reached).toHaveLength(1);
  });

  it('are asked again for a share of the last minute’s calls, one at least', async () => {
    const { ask, reached } = guarded({ retries: 1, retryShare: 10, breakerFailures: 100, breakerShare: 100 });
    const calls = async (count: number, fail: boolean) => {
      for (let index = 0; index < count; index += 1) {
        const call = outcome(ask('q'));
        await settle();
        const first = reached.length;
        if (fail) reached.at(-1)?.fail(DOWN());
        else reached.at(-1)?.answer(1);
        await pass(1000);
        if (reached.length > first) reached.at(-1)?.fail(DOWN());
        await call;
      }
    };
    await calls(20, false);
    await calls(10, true);
    expect(reached).toHaveLength(30 + 3);
    await pass(60_000);
    await calls(1, true);
    expect(reached).toHaveLength(30 + 3 + 2);
  });

  it('of which there is no time to ask again leave that to others', async () => {
    const { ask, reached } = guarded({ retries: 1, callTimeoutMs: 1000, breakerFailures: 100, breakerShare: 100 });
    const late = outcome(ask('late'));
    await pass(1000);
    expect(await late).toBe('TIMEOUT');
    const other = outcome(ask('other'));
    await settle();
    reached[1]?.fail(DOWN());
    await pass(900);
    expect(reached).toHaveLength(3);
    reached[2]?.answer(1);
    await other;
  });

  it('are asked again for a share of the calls that reached the system, and not of those turned away', async () => {
    const { ask, reached } = guarded({ retries: 1, concurrency: 1, queue: 0, breakerFailures: 100, breakerShare: 100 });
    for (let call = 0; call < 3; call += 1) {
      const running = outcome(ask('q'));
      const shed = Array.from({ length: 30 }, () => outcome(ask('q')));
      await Promise.all(shed);
      reached.at(-1)?.fail(DOWN());
      await pass(1000);
      reached.at(-1)?.fail(DOWN());
      await running;
    }
    expect(reached).toHaveLength(3 + 1);
  });

  it('are not asked again at once, nor all at the same time', () => {
    const delays = Array.from({ length: 50 }, () => new Retries(DEFAULT_LIMITS).ofCall().next(10_000));
    expect(new Set(delays).size).toBeGreaterThan(40);
    expect(Math.max(...delays.map(Number))).toBeLessThan(1000);
  });

  it('are not asked again while others wait for a place', async () => {
    const { ask, reached } = guarded({ retries: 1, concurrency: 1 });
    const [first, second] = [outcome(ask('a')), outcome(ask('b'))];
    await settle();
    const third = outcome(ask('c'));
    reached[0]?.fail(DOWN());
    await settle();
    expect(await first).toBe('UNAVAILABLE');
    reached[1]?.answer(1);
    await settle();
    reached[2]?.answer(1);
    expect([await second, await third]).toEqual([1, 1]);
  });
});

describe('maintenance', () => {
  it('turns calls away, with the time at which the system opens, and lets none reach it', async () => {
    const { ask, reached, told } = guarded({ closed: parseWindows('daily 02:00-04:00') });
    await pass(60 * 60_000);
    const error = await ask('q').catch((thrown: unknown) => thrown);
    if (!(error instanceof DepartmentError)) throw error;
    expect(error.toExtensions()).toEqual({
      ...{ code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT', system: '12368', retryable: true },
      opensAt: '2026-01-05T04:00:00+08:00',
      en: 'The court’s system is closed for maintenance until 2026-01-05 04:00 (UTC+8).',
    });
    expect(error.message).toBe('法院系统正在维护，2026-01-05 04:00（北京时间）起恢复访问。');
    expect(told).toMatchObject([{ outcome: 'maintenance', attempts: 0 }]);
    await pass(2 * 60 * 60_000);
    const call = outcome(ask('q'));
    await settle();
    reached[0]?.answer('open');
    expect([await call, reached.length]).toEqual(['open', 1]);
  });
});

describe('closing', () => {
  it('turns away who waits and who comes later, and waits for what is under way', async () => {
    const { ask, guard, reached, told } = guarded({ concurrency: 1 });
    const [first, second] = [outcome(ask('a')), outcome(ask('b'))];
    await settle();
    let isClosed = false;
    const closing = guard.close().then(() => {
      isClosed = true;
    });
    expect(await second).toBe('UNAVAILABLE!');
    expect(await outcome(ask('c'))).toBe('UNAVAILABLE!');
    expect(isClosed).toBe(false);
    reached[0]?.answer(1);
    expect(await first).toBe(1);
    await closing;
    expect(told.map((each) => each.outcome)).toEqual(['closed', 'closed', 'ok']);
  });
});

describe('what is told of a call', () => {
  it('are counts and names, whatever its arguments', async () => {
    const lines: object[] = [];
    const line = (fields: object) => void lines.push(fields);
    const { ask, reached, told } = guarded({}, { logger: { debug: line, warn: line } });
    const call = ask('q', { shareKey: '["ZF-SECRET"]' });
    await settle();
    await pass(30);
    reached[0]?.bytes(10);
    reached[0]?.bytes(5);
    reached[0]?.rows(2);
    reached[0]?.answer(1);
    await call;
    expect(told).toEqual([
      {
        ...{ operation: 'q', outcome: 'ok', durationMs: 30, queueMs: 0, attempts: 1, bytes: 15, rows: 2 },
        breaker: 'closed',
      },
    ]);
    expect(JSON.stringify([told, lines])).not.toContain('SECRET');
    expect(lines).toEqual([{ system: '12368', operation: 'q', requestId: 'r-1' }]);
  });

  it('an argument that cannot be sent is thrown as it is', async () => {
    const { ask, reached, told } = guarded();
    const call = outcome(ask('q'));
    await settle();
    reached[0]?.fail(OURS());
    expect(await call).toBe('TypeError');
    expect(told).toMatchObject([{ outcome: 'refused' }]);
  });
});

/** What the caller is thrown for a failure. */
function expected(failure: Error): Error {
  if (failure instanceof TypeError) return failure;
  const { code, retryable } = failure as unknown as DepartmentError;
  return new DepartmentError(code, { department: 'COURT', system: '12368', retryable });
}
