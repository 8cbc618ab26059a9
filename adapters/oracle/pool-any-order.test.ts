import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { accountRefused } from '#adapters/connector/failures.ts';
import { random, settle } from '#adapters/connector/guard.fixture.ts';
import { type Poolable, SessionPool } from '#adapters/oracle/pool.ts';

class Session implements Poolable {
  healthy = true;
  isClosed = false;
  borrowers = 0;
  readonly ping = Promise.withResolvers<boolean>();
  readonly inStep = Promise.withResolvers<boolean>();
  readonly ending = Promise.withResolvers<void>();
  answers = () => this.ping.promise;
  reusable = () => this.inStep.promise;
  close = async () => {
    this.isClosed = true;
    await this.ending.promise;
  };
}

describe('whatever happens in whatever order', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))(
    'no session is lost, lent twice or one too many, and nobody waits for nothing: seed %i',
    async (seed) => {
      const below = random(seed);
      const max = 1 + below(3);
      const opening = new Set<PromiseWithResolvers<Session>>();
      const open = new Set<Session>();
      const lent = new Set<Session>();
      const wrong: string[] = [];
      let waiting = 0;
      const callers: AbortController[] = [];
      const pool = new SessionPool<Session>({
        ...{ max, idleMs: 1e6, maxAgeMs: 1e9, pingAfterMs: below(2) === 0 ? 0 : 1e9 },
        open(closing) {
          const next = Promise.withResolvers<Session>();
          opening.add(next);
          if (opening.size + open.size > max) wrong.push('too many');
          closing.addEventListener('abort', () => failed(next, new Error('closing')), { once: true });
          return next.promise;
        },
      });
      const acquire = () => {
        const caller = new AbortController();
        callers.push(caller);
        waiting += 1;
        pool.acquire(caller.signal).then(
          (session) => {
            waiting -= 1;
            session.borrowers += 1;
            if (session.borrowers > 1 || session.isClosed) wrong.push('lent twice, or closed');
            lent.add(session);
          },
          () => {
            waiting -= 1;
          },
        );
      };
      const failed = (next: PromiseWithResolvers<Session>, error: Error) => {
        opening.delete(next);
        next.reject(error);
      };
      const opened = (next: PromiseWithResolvers<Session>) => {
        const session = new Session();
        opening.delete(next);
        open.add(session);
        session.ending.promise.then(() => open.delete(session));
        next.resolve(session);
      };
      const release = (session: Session) => {
        lent.delete(session);
        session.borrowers -= 1;
        void pool.release(session);
      };
      const pick = <Each>(all: Iterable<Each>): Each | undefined => {
        const each = [...all];
        return each[below(Math.max(1, each.length))];
      };
      const withOne = <Each>(all: Iterable<Each>, work: (each: Each) => unknown) => {
        const one = pick(all);
        if (one !== undefined) work(one);
      };
      const steps = [
        acquire,
        acquire,
        () => withOne(opening, opened),
        () => withOne(opening, opened),
        () => withOne(opening, (next) => failed(next, below(3) ? new Error('down') : accountRefused('no'))),
        () => withOne(callers, (caller) => caller.abort(new Error('gone'))),
        () => withOne(lent, release),
        () => withOne(open, (session) => session.inStep.resolve(below(3) > 0)),
        () => withOne(open, (session) => session.ping.resolve(below(3) > 0)),
        () => withOne(open, (session) => (session.healthy = false)),
        () => withOne(open, (session) => session.isClosed && session.ending.resolve()),
      ];
      for (let step = 0; step < 150; step += 1) {
        steps[below(steps.length)]?.();
        if (below(2) === 0) continue; // the next step comes in the same moment
        await settle();
        if (waiting > 0 && open.size + opening.size === 0) wrong.push('waits for nothing');
        expect(wrong).toEqual([]);
      }
      // In the end everybody behaves: then everybody is served.
      for (let round = 0; round < 400 && waiting > 0; round += 1) {
        for (const next of [...opening]) opened(next);
        for (const session of [...open]) {
          session.ping.resolve(true);
          session.inStep.resolve(true);
          if (session.isClosed) session.ending.resolve();
        }
        for (const session of [...lent]) release(session);
        await turn();
      }
      expect({ waiting, wrong }).toEqual({ waiting: 0, wrong: [] });
      const closing = pool.close();
      for (const session of [...lent]) release(session);
      for (const session of [...open]) {
        session.inStep.resolve(true);
        session.ending.resolve();
      }
      await closing;
      await turn();
      expect([pool.state, [...open].filter(({ isClosed }) => !isClosed)]).toEqual([{ open: 0, busy: 0 }, []]);
    },
  );
});
