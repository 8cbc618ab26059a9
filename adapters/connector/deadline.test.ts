import { getEventListeners } from 'node:events';
import { describe, expect, it, jest } from '@jest/globals';
import { deadline, orAborted } from '#adapters/connector/deadline.ts';

describe('deadline', () => {
  it('aborts with the failure to report, when the time is over or the caller gives up', () => {
    jest.useFakeTimers();
    try {
      using time = deadline(100);
      jest.advanceTimersByTime(99);
      expect(time.signal.aborted).toBe(false);
      jest.advanceTimersByTime(1);
      expect(time.signal.reason).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' });
    } finally {
      jest.useRealTimers();
    }
    const caller = new AbortController();
    using early = deadline(60_000, caller.signal);
    caller.abort('gone');
    expect(early.signal.reason).toMatchObject({ code: 'DEPARTMENT_TIMEOUT', cause: 'gone' });
    using late = deadline(60_000, caller.signal);
    expect(late.signal.aborted).toBe(true);
  });

  it('frees its timer', () => {
    jest.useFakeTimers();
    try {
      deadline(100)[Symbol.dispose]();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
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

describe('orAborted', () => {
  it('gives what comes first', async () => {
    const controller = new AbortController();
    await expect(orAborted(Promise.resolve(1), controller.signal)).resolves.toBe(1);
    await expect(orAborted(Promise.reject(new Error('no')), controller.signal)).rejects.toThrow('no');
    const waiting = orAborted(new Promise(() => {}), controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(orAborted(Promise.resolve(1), controller.signal)).rejects.toThrow('enough');
  });
});
