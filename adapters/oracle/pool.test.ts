import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { accountRefused } from '#adapters/connector/failures.ts';
import { SessionPool } from '#adapters/oracle/pool.ts';

const never = new AbortController().signal;

class FakeSession {
  healthy = true;
  closed = false;
  pings = 0;
  async answers() {
    this.pings += 1;
    return true;
  }
  reusable = async () => true;
  async close() {
    this.closed = true;
  }
}

/** A pool whose sessions open when they are told to. */
function pooled(max: number, times: { maxAgeMs?: number; pingAfterMs?: number } = {}) {
  const opening: PromiseWithResolvers<FakeSession>[] = [];
  const open = () => {
    const next = Promise.withResolvers<FakeSession>();
    opening.push(next);
    return next.promise;
  };
  const pool = new SessionPool<FakeSession>({
    max,
    idleMs: 1000,
    maxAgeMs: 60_000,
    pingAfterMs: 60_000,
    ...times,
    open,
  });
  return {
    pool,
    opening,
    opened: (index: number, session = new FakeSession()) => {
      opening[index]?.resolve(session);
      return session;
    },
  };
}

afterEach(() => {
  jest.useRealTimers();
});

describe('SessionPool', () => {
  it('opens no more than it may, and lends in the order of asking', async () => {
    const { pool, opening, opened } = pooled(2);
    const asked = [1, 2, 3].map(() => pool.acquire(never));
    const first = opened(0);
    expect(await asked[0]).toBe(first);
    const second = opened(1);
    expect(await asked[1]).toBe(second);
    await pool.release(second);
    expect(await asked[2]).toBe(second);
    expect(opening).toHaveLength(2);
  });

  it('a session that does not open fails whom it was opened for, and nobody who came later', async () => {
    const { pool, opening, opened } = pooled(1);
    const caller = new AbortController();
    const gone = pool.acquire(caller.signal);
    caller.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    const later = pool.acquire(never);
    opening[0]?.reject(new Error('down'));
    await turn();
    const session = opened(1);
    expect(await later).toBe(session);
  });

  it('uses an idle session again, unless it has died meanwhile', async () => {
    const { pool, opening, opened } = pooled(1);
    const first = pool.acquire(never);
    const session = opened(0);
    await pool.release(await first);
    expect(await pool.acquire(never)).toBe(session);
    await pool.release(session);
    session.healthy = false;
    const next = pool.acquire(never);
    await turn();
    expect(session.closed).toBe(true);
    expect(opening).toHaveLength(2);
    const fresh = opened(1);
    expect(await next).toBe(fresh);
  });

  it('closes what is not reusable before it opens another in its place', async () => {
    const { pool, opening, opened } = pooled(1);
    const first = pool.acquire(never);
    const session = opened(0);
    await first;
    const closing = Promise.withResolvers<void>();
    session.reusable = async () => false;
    session.close = () => closing.promise;
    const second = pool.acquire(never);
    await pool.release(session);
    await turn();
    expect(opening).toHaveLength(1);
    closing.resolve();
    await turn();
    expect(opening).toHaveLength(2);
    const fresh = opened(1);
    expect(await second).toBe(fresh);
  });

  it('a failed opening fails the one who waits longest, and the next gets a try of its own', async () => {
    const { pool, opening, opened } = pooled(1);
    const first = pool.acquire(never);
    const second = pool.acquire(never);
    opening[0]?.reject(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    await turn();
    const session = opened(1);
    expect(await second).toBe(session);
  });

  it('one who gives up costs nobody a session', async () => {
    const { pool, opening, opened } = pooled(1);
    const caller = new AbortController();
    const first = pool.acquire(caller.signal);
    caller.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    const second = pool.acquire(never);
    const session = opened(0);
    expect(await second).toBe(session);
    expect(opening).toHaveLength(1);
  });

  it('pings a session that was idle for long, and drops one that does not answer', async () => {
    const { pool, opening, opened } = pooled(1, { pingAfterMs: 0 });
    const first = pool.acquire(never);
    const session = opened(0);
    await pool.release(await first);
    expect(await pool.acquire(never)).toBe(session);
    expect(session.pings).toBe(1);
    await pool.release(session);
    session.answers = async () => false;
    const next = pool.acquire(never);
    await turn();
    expect([session.closed, opening.length]).toEqual([true, 2]);
    const fresh = opened(1);
    expect(await next).toBe(fresh);
  });

  it('lends no session that is too old', async () => {
    const { pool, opening, opened } = pooled(1, { maxAgeMs: 0 });
    const first = pool.acquire(never);
    const session = opened(0);
    await pool.release(await first);
    expect(session.closed).toBe(true);
    const next = pool.acquire(never);
    await turn();
    const fresh = opened(1);
    expect(await next).toBe(fresh);
    expect(opening).toHaveLength(2);
  });

  it('opens one by one until one has opened, and refuses all where the account is refused', async () => {
    const { pool, opening, opened } = pooled(4);
    const asked = [1, 2, 3].map(() => pool.acquire(never));
    expect(opening).toHaveLength(1);
    opening[0]?.reject(accountRefused('wrong password'));
    for (const each of asked) await expect(each).rejects.toThrow('wrong password');
    expect(opening).toHaveLength(1);
    const again = [1, 2, 3].map(() => pool.acquire(never));
    expect(opening).toHaveLength(2);
    const session = opened(1);
    expect(await again[0]).toBe(session);
    await turn();
    expect(opening).toHaveLength(4);
    expect(pool.state).toEqual({ open: 3, busy: 1 });
  });

  it('closes a session that stays idle', async () => {
    const { pool, opened } = pooled(1);
    const first = pool.acquire(never);
    const session = opened(0);
    await first;
    jest.useFakeTimers();
    await pool.release(session);
    jest.advanceTimersByTime(999);
    expect(session.closed).toBe(false);
    jest.advanceTimersByTime(1);
    expect(session.closed).toBe(true);
  });

  it('closing waits for what is lent out, and lends no more', async () => {
    const { pool, opened } = pooled(2);
    const first = pool.acquire(never);
    const session = opened(0);
    await first;
    const waiting = pool.acquire(never);
    await turn();
    let closed = false;
    const closing = pool.close().then(() => {
      closed = true;
    });
    await expect(waiting).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable: false });
    await expect(pool.acquire(never)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    const late = opened(1);
    await turn();
    expect([late.closed, closed]).toEqual([true, false]);
    await pool.release(session);
    await closing;
    expect(session.closed).toBe(true);
  });

  it('closing an unused pool ends at once', async () => {
    await pooled(1).pool.close();
  });
});
