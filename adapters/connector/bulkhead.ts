import type { LegacyLimits } from '#adapters/connector/limits.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';

/** Gives a place back; a second time does nothing. */
export type Leave = () => void;

/** How much the last call counts in the mean time for which a place is held. */
const LAST = 0.1;

/**
 * A bounded number of calls run and a bounded number wait, first come first served.
 * Not cockatiel's: there one who gives up keeps a place in the queue and hears of it at its turn only, and one whose turn has come may
 * be overtaken and then be refused (4.0.0).
 */
export class Bulkhead {
  readonly #limits: Pick<LegacyLimits, 'concurrency' | 'queue'>;
  readonly #waiting = new Set<PromiseWithResolvers<void>>();
  #running = 0;
  /** Mean milliseconds for which a place is held; 0: not known yet. */
  #heldMs = 0;
  #closing: PromiseWithResolvers<void> | null = null;

  constructor(limits: Pick<LegacyLimits, 'concurrency' | 'queue'>) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Milliseconds after which one who comes now would have a place, as far as can be told from those who had one. */
  get expectedWaitMs(): number {
    const { concurrency } = this.#limits;
    return this.#running < concurrency ? 0 : ((this.#waiting.size + 1) / concurrency) * this.#heldMs;
  }

  /** Resolves when a place is free. @throws TurnedAway where the queue is full; the signal's reason where it aborts while waiting. */
  async enter(signal: AbortSignal): Promise<Leave> {
    signal.throwIfAborted();
    if (this.#closing) throw closed();
    if (this.#running < this.#limits.concurrency) this.#running += 1;
    else await this.#wait(signal);
    return this.#leave();
  }

  /** Those who wait are turned away, and all who come later. Resolves when nothing runs any longer. */
  async close(): Promise<void> {
    this.#closing ??= Promise.withResolvers<void>();
    for (const { reject } of this.#waiting) reject(closed());
    this.#waiting.clear();
    if (this.#running === 0) this.#closing.resolve();
    await this.#closing.promise;
  }

  async #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#limits.queue) throw new TurnedAway('shed', 'too many calls are waiting');
    const turn = Promise.withResolvers<void>();
    const quit = () => {
      if (this.#waiting.delete(turn)) turn.reject(signal.reason);
    };
    signal.addEventListener('abort', quit, { once: true });
    this.#waiting.add(turn);
    try {
      await turn.promise;
    } finally {
      signal.removeEventListener('abort', quit);
    }
  }

  /** The place goes to the one who waits longest, or back. */
  #leave(): Leave {
    let isHeld = true;
    const since = performance.now();
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const heldMs = performance.now() - since;
      this.#heldMs = this.#heldMs === 0 ? heldMs : this.#heldMs + LAST * (heldMs - this.#heldMs);
      const [next] = this.#waiting;
      if (next !== undefined) {
        this.#waiting.delete(next);
        next.resolve();
        return;
      }
      this.#running -= 1;
      if (this.#running === 0) this.#closing?.resolve();
    };
  }
}

function closed(): TurnedAway {
  return new TurnedAway('closed', 'the connector is closed', { retryable: false });
}
