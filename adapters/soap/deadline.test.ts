import { getEventListeners, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { deadline } from '#adapters/soap/deadline.ts';

const timeout = { code: 'DEPARTMENT_TIMEOUT', retryable: true };

describe('deadline', () => {
  it('aborts when the time is over', async () => {
    using time = deadline(1);
    if (!time.signal.aborted) await once(time.signal, 'abort');
    expect(time.signal.reason).toMatchObject(timeout);
  });

  it('aborts with the caller, before and after the start', () => {
    const caller = new AbortController();
    using later = deadline(60_000, caller.signal);
    caller.abort(new Error('the client has gone'));
    using before = deadline(60_000, caller.signal);
    for (const { signal } of [later, before]) {
      expect(signal.reason).toMatchObject(timeout);
      expect(signal.reason.cause).toBe(caller.signal.reason);
    }
  });

  it('leaves no listener behind on a signal that serves many calls', () => {
    const caller = new AbortController();
    for (let call = 0; call < 20; call += 1) {
      using _time = deadline(60_000, caller.signal);
      expect(getEventListeners(caller.signal, 'abort')).toHaveLength(1);
    }
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });
});
