import { type Attempt, attempt } from '#adapters/connector/attempt.ts';
import { Breaker, isSystemsFault } from '#adapters/connector/breaker.ts';
import { Bulkhead, type Leave } from '#adapters/connector/bulkhead.ts';
import { deadline, pause } from '#adapters/connector/deadline.ts';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import type { GuardOptions } from '#adapters/connector/guard.ts';
import type { SystemState } from '#adapters/connector/observe.ts';
import { Rate } from '#adapters/connector/rate.ts';
import type { CallReport } from '#adapters/connector/report.ts';
import { Retries } from '#adapters/connector/retries.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';

/** One call on its way, whoever waits for it. */
interface Going {
  readonly isRead: boolean;
  /** Aborts when nobody waits any longer. */
  readonly signal: AbortSignal;
  readonly told: CallReport;
}

/** The way to the system: past the breaker and the rate, into a place; and there again after a failure that may pass. */
export interface Way {
  /** @throws LegacyFailure, or what `failureOf` throws on */
  go<T>(work: (attempt: Attempt) => Promise<T>, going: Going): Promise<T>;
  readonly state: () => SystemState;
  close(): Promise<void>;
}

export function createWay({ system, limits, failureOf, logger }: GuardOptions): Way {
  const { callTimeoutMs, firstByteTimeoutMs: firstByteMs } = limits;
  const bulkhead = new Bulkhead(limits);
  const breaker = new Breaker(limits, (state) => logger?.warn({ system, breaker: state }, `breaker ${state}`));
  const rate = new Rate(limits);
  const retries = new Retries(limits);

  /**
   * Waits for half of the call's time at most: what is begun has time to end, and no work is done for those who are about to go. Where the
   * line is longer than is served in that time, it is not waited for at all.
   */
  async function place(whole: AbortSignal): Promise<Leave> {
    const most = callTimeoutMs / 2;
    if (bulkhead.expectedWaitMs > most) throw new TurnedAway('shed', `no place is to be had within ${most} ms`);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new TurnedAway('shed', `no place within ${most} ms`)), most);
    try {
      return await bulkhead.enter(AbortSignal.any([whole, patience.signal]));
    } finally {
      clearTimeout(timer);
    }
  }

  async function once<T>(work: (attempt: Attempt) => Promise<T>, whole: AbortSignal, { told }: Going): Promise<T> {
    breaker.require();
    rate.take();
    const leave = await place(whole);
    const admitted = unless(() => {
      whole.throwIfAborted(); // it may have in the moment in which the place was handed over
      return breaker.admit();
    }, leave);
    if (told.tally.attempts === 0) retries.began();
    try {
      const value = await attempt(work, { whole, firstByteMs, tally: told.tally, leave });
      admitted.ended(null);
      return value;
    } catch (error) {
      const failure = unless(() => failureOf(error), admitted.abandoned);
      if (failure instanceof TurnedAway) admitted.abandoned();
      else admitted.ended(failure);
      throw failure;
    }
  }

  /** Never where others wait, the breaker is not closed, or a row was given: a retry must neither add to the trouble nor repeat a part. */
  function mayGoAgain(failure: unknown, { isRead, told }: Going): failure is LegacyFailure {
    const isPassing = failure instanceof LegacyFailure && !(failure instanceof TurnedAway) && isSystemsFault(failure);
    return isPassing && isRead && told.tally.rows === 0 && breaker.state === 'closed' && bulkhead.waiting === 0;
  }

  return {
    async go(work, going) {
      const ofCall = retries.ofCall();
      const endsAt = performance.now() + callTimeoutMs;
      using time = deadline(callTimeoutMs, going.signal);
      for (;;) {
        try {
          return await once(work, time.signal, going);
        } catch (failure) {
          if (!mayGoAgain(failure, going)) throw failure;
          const delay = ofCall.next(endsAt - performance.now());
          if (delay === null) throw failure;
          going.told.triedAgain(failure);
          await pause(delay, time.signal);
        }
      }
    },
    state: () => ({ breaker: breaker.state, running: bulkhead.running, waiting: bulkhead.waiting }),
    close: () => bulkhead.close(),
  };
}

/** What `make` gives; where it throws, `undo` first. */
function unless<T>(make: () => T, undo: () => void): T {
  try {
    return make();
  } catch (error) {
    undo();
    throw error;
  }
}
