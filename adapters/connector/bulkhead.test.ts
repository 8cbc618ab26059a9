import { describe, expect, it } from '@jest/globals';
import { Bulkhead, type Leave } from '#adapters/connector/bulkhead.ts';
import { random, settle } from '#adapters/connector/guard.fixture.ts';

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

/** Who is inside and who waits, in a few lines that cannot race. */
class Model {
  readonly inside: string[] = [];
  readonly waiting: string[] = [];
  readonly refused: string[] = [];
  readonly #concurrency: number;
  readonly #queue: number;

  constructor(concurrency: number, queue: number) {
    this.#concurrency = concurrency;
    this.#queue = queue;
  }

  enter(name: string): void {
    if (this.inside.length < this.#concurrency) this.inside.push(name);
    else if (this.waiting.length < this.#queue) this.waiting.push(name);
    else this.refused.push(name);
  }

  leave(name: string): void {
    this.inside.splice(this.inside.indexOf(name), 1);
    const next = this.waiting.shift();
    if (next !== undefined) this.inside.push(next);
  }

  quit(name: string): void {
    if (!this.waiting.includes(name)) return;
    this.waiting.splice(this.waiting.indexOf(name), 1);
    this.refused.push(name);
  }
}

describe('in any order of entering, leaving and giving up', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('places are given as by the model: seed %i', async (seed) => {
    const below = random(seed);
    const [concurrency, queue] = [1 + below(3), below(4)];
    const model = new Model(concurrency, queue);
    const bulkhead = new Bulkhead({ concurrency, queue });
    const inside = new Map<string, Leave>();
    const refused: string[] = [];
    const callers = new Map<string, AbortController>();
    for (let step = 0; step < 120; step += 1) {
      const what = below(3);
      const [oldest] = inside.keys();
      const waiting = model.waiting[below(Math.max(1, model.waiting.length))];
      if (what === 0) {
        const name = String(step);
        const caller = new AbortController();
        callers.set(name, caller);
        bulkhead.enter(caller.signal).then(
          (leave) => inside.set(name, leave),
          () => refused.push(name),
        );
        model.enter(name);
      } else if (what === 1 && oldest !== undefined) {
        model.leave(oldest);
        inside.get(oldest)?.();
        inside.delete(oldest);
      } else if (what === 2 && waiting !== undefined) {
        model.quit(waiting);
        callers.get(waiting)?.abort(new Error('gone'));
      }
      if (below(2) === 0) continue; // the next step comes in the same moment
      await settle();
      expect([...inside.keys()].toSorted()).toEqual(model.inside.toSorted());
      expect(refused.toSorted()).toEqual(model.refused.toSorted());
      expect([bulkhead.running, bulkhead.waiting]).toEqual([model.inside.length, model.waiting.length]);
    }
  });
});
