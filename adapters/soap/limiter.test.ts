import { describe, expect, it } from '@jest/globals';
import { Limiter } from '#adapters/soap/limiter.ts';

const never = new AbortController().signal;

/** A limiter with tasks that end when they are told to. */
function limited(maxConcurrent: number, maxQueued: number) {
  const limiter = new Limiter({ maxConcurrent, maxQueued });
  const running: string[] = [];
  const finish = new Map<string, () => void>();
  const start = (name: string, signal = never) =>
    limiter.run(() => {
      running.push(name);
      return new Promise<string>((resolve) => finish.set(name, () => resolve(name)));
    }, signal);
  return { limiter, running, start, finish: (name: string) => finish.get(name)?.() };
}

describe('Limiter', () => {
  it('runs as many as it may, and the others in the order in which they came', async () => {
    const { running, start, finish } = limited(2, 2);
    const all = ['a', 'b', 'c', 'd'].map((name) => start(name));
    await Promise.resolve();
    expect(running).toEqual(['a', 'b']);
    finish('b');
    await all[1];
    await new Promise(setImmediate);
    expect(running).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) finish(name);
    await Promise.all([all[0], all[2]]);
    await new Promise(setImmediate);
    finish('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuses one more than may wait', async () => {
    const { start, finish } = limited(1, 1);
    const first = start('a');
    const second = start('b');
    await expect(start('c')).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable: true });
    finish('a');
    await first;
    await new Promise(setImmediate);
    finish('b');
    expect(await second).toBe('b');
  });

  it('frees the place of one that gives up waiting, and never runs it', async () => {
    const { running, start, finish } = limited(1, 1);
    const first = start('a');
    const leaving = new AbortController();
    const left = start('b', leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    const third = start('c');
    finish('a');
    await first;
    await new Promise(setImmediate);
    expect(running).toEqual(['a', 'c']);
    finish('c');
    await third;
  });

  it('frees the place of a task that fails, and starts none for a signal that is over', async () => {
    const { limiter, running, start, finish } = limited(1, 0);
    await expect(limiter.run(() => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken');
    await expect(start('a', AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
    expect(running).toEqual([]);
    const next = start('b');
    await new Promise(setImmediate);
    finish('b');
    expect(await next).toBe('b');
  });
});
