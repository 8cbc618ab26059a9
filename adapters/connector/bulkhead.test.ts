import { describe, expect, it } from '@jest/globals';
import { Bulkhead, type Leave } from '#adapters/connector/bulkhead.ts';
import { settle } from '#adapters/connector/guard.fixture.ts';

const never = new AbortController().signal;

/** A bulkhead, and who is inside by name. */
function entered(concurrency: number, queue: number) {
  const bulkhead = new Bulkhead({ concurrency, queue });
  const inside = new Map<string, Leave>();
  const enter = (name: string, signal = never) =>
    bulkhead.enter(signal).then(
      (leave) => void inside.set(name, leave),
      (error: Error) => error.message,
    );
  const leave = async (name: string) => {
    inside.get(name)?.();
    await settle();
  };
  return { bulkhead, inside, enter, leave };
}

describe('Bulkhead', () => {
  it('lets in those who wait in the order in which they came', async () => {
    const { bulkhead, inside, enter, leave } = entered(2, 2);
    for (const name of ['a', 'b', 'c', 'd']) void enter(name);
    await settle();
    expect([...inside.keys()]).toEqual(['a', 'b']);
    await leave('b');
    await leave('a');
    expect([...inside.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect([bulkhead.running, bulkhead.waiting]).toEqual([2, 0]);
  });

  it('frees the place in the queue of one that gives up, at once', async () => {
    const { enter, inside, leave } = entered(1, 1);
    await enter('a');
    const leaving = new AbortController();
    const left = enter('b', leaving.signal);
    leaving.abort(new Error('gone'));
    expect(await left).toBe('gone');
    void enter('c');
    expect(await enter('d')).toBe('too many calls are waiting');
    await leave('a');
    expect([...inside.keys()]).toEqual(['a', 'c']);
  });

  it('is not overtaken by one that comes in the moment in which a place is handed on', async () => {
    const { enter, inside, leave } = entered(1, 1);
    await enter('a');
    void enter('b');
    void leave('a');
    void enter('c');
    await settle();
    expect([...inside.keys()]).toEqual(['a', 'b']);
  });

  it('takes a place back once only', async () => {
    const { bulkhead, enter, leave } = entered(2, 0);
    await enter('a');
    await enter('b');
    await leave('a');
    await leave('a');
    expect(bulkhead.running).toBe(1);
  });

  it('lets nobody in whose time is over', async () => {
    const { bulkhead, enter } = entered(1, 1);
    expect(await enter('a', AbortSignal.abort(new Error('over')))).toBe('over');
    expect(bulkhead.running).toBe(0);
  });
});
