import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import { SlidingCount } from '#adapters/connector/sliding-count.ts';

const MINUTE_MS = 60_000;
/** About 0.1 s before the first try again, then twice that, each with (decorrelated) jitter: callers that failed together do not come back together. */
const DELAYS = new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 });

/** What one call may still do about a failure. */
export interface CallRetries {
  /** Milliseconds after which to try again, fewer than are left; `null`: not again. */
  next(leftMs: number): number | null;
}

/** How often reads are tried again: a few times a call, and never more than a share of the last minute's calls, so that failures do not multiply the load. */
export class Retries {
  readonly #limits: Pick<LegacyLimits, 'retries' | 'retryShare'>;
  readonly #calls = new SlidingCount(MINUTE_MS);
  readonly #retries = new SlidingCount(MINUTE_MS);

  constructor(limits: Pick<LegacyLimits, 'retries' | 'retryShare'>) {
    this.#limits = limits;
  }

  /** A call reaches the system: those that are turned away do not count. */
  began(): void {
    this.#calls.add();
  }

  ofCall(): CallRetries {
    let left = this.#limits.retries;
    let delay: IBackoff<unknown> = DELAYS.next();
    return {
      next: (leftMs) => {
        const ms = delay.duration;
        if (left === 0 || ms >= leftMs || this.#retries.total >= this.#budget()) return null;
        this.#retries.add();
        left -= 1;
        delay = delay.next(undefined);
        return ms;
      },
    };
  }

  #budget(): number {
    return Math.max(1, (this.#calls.total * this.#limits.retryShare) / 100);
  }
}
