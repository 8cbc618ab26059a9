import { unavailable } from '#adapters/connector/failures.ts';

export interface Limits {
  /** Calls under way at once. */
  readonly maxConcurrent: number;
  /** Calls that may wait for a place; one more is refused at once. */
  readonly maxQueued: number;
}

/** Lets a bounded number of tasks run and a bounded number wait, first come first served. */
export class Limiter {
  readonly #limits: Limits;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** @throws LegacyFailure DEPARTMENT_UNAVAILABLE where the queue is full; the signal's reason where it aborts while waiting. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running < this.#limits.maxConcurrent) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.size >= this.#limits.maxQueued) throw unavailable('too many calls are waiting', true);
    await new Promise<void>((resolve, reject) => {
      const admit = () => {
        signal.removeEventListener('abort', quit);
        resolve();
      };
      const quit = () => {
        this.#waiting.delete(admit);
        reject(signal.reason);
      };
      signal.addEventListener('abort', quit, { once: true });
      this.#waiting.add(admit);
    });
  }

  /** The place goes to the one who waits longest, or back. */
  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#running -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
