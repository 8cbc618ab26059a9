import type { LegacyFailure } from '#adapters/connector/failures.ts';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { BreakerState } from '#adapters/connector/observe.ts';
import { SlidingCount } from '#adapters/connector/sliding-count.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';

export type BreakerLimits = Pick<
  LegacyLimits,
  'breakerFailures' | 'breakerShare' | 'breakerWindowMs' | 'breakerOpenMs' | 'refusedOpenMs'
>;

/** A share of fewer calls says nothing. */
const FEWEST_CALLS = 10;
const LONGEST_REFUSED_MS = 24 * 60 * 60 * 1000;

/** A call that the breaker let through; told once how it went. */
export interface Admitted {
  /** `failure`: what the system did wrong; `null`: it answered. */
  ended(failure: LegacyFailure | null): void;
  /** Nobody waited for the answer: that says nothing about the system. */
  abandoned(): void;
}

/**
 * Leaves a system alone that fails again and again: after some failures in a row, or a share of failures, it is not called for a while;
 * then one call is let through to try (half-open), and its success closes the breaker. An account that is refused opens it at once.
 *
 * A failure is one that counts as the system's: it cannot be reached, fails, or does not answer in time, and may do so later. An answer
 * that cannot be read, or a refusal of this one request, comes from a system that lives.
 * Not cockatiel's: there calls wait for the half-open one, deaf to their signals, and a probe whose caller gives up closes the breaker (4.0.0).
 */
export class Breaker {
  readonly #limits: BreakerLimits;
  readonly #changed: (state: 'open' | 'closed') => void;
  readonly #calls: SlidingCount;
  readonly #failures: SlidingCount;
  #inRow = 0;
  #refusals = 0;
  /** By the clock that nobody sets. */
  #openUntil: number | null = null;
  #probing = false;
  /** Changes when it opens or closes: what was let through before says nothing of afterwards. */
  #period = {};

  /** @param changed told when it opens and when it closes */
  constructor(limits: BreakerLimits, changed: (state: 'open' | 'closed') => void = () => {}) {
    this.#limits = limits;
    this.#changed = changed;
    this.#calls = new SlidingCount(limits.breakerWindowMs);
    this.#failures = new SlidingCount(limits.breakerWindowMs);
  }

  get state(): BreakerState {
    if (this.#openUntil === null) return 'closed';
    return performance.now() < this.#openUntil ? 'open' : 'half-open';
  }

  /** @throws TurnedAway where no call may reach the system now. */
  require(): void {
    const { state } = this;
    if (state === 'closed' || (state === 'half-open' && !this.#probing)) return;
    throw this.#refusals > 0
      ? new TurnedAway('breaker-open', 'the system refuses our account, which is tried rarely', { retryable: false })
      : new TurnedAway('breaker-open', 'the system failed just now and is left alone');
  }

  /** The call goes to the system now; where the breaker is half-open it is the one that tries. @throws TurnedAway */
  admit(): Admitted {
    this.require();
    const period = this.#period;
    const isProbe = this.state === 'half-open';
    if (isProbe) this.#probing = true;
    return {
      ended: (failure) => {
        if (period === this.#period) this.#count(failure, isProbe);
      },
      abandoned: () => {
        if (isProbe && period === this.#period) this.#probing = false;
      },
    };
  }

  #count(failure: LegacyFailure | null, isProbe: boolean): void {
    if (failure?.accountRefused) {
      this.#refusals += 1;
      this.#open(Math.min(this.#limits.refusedOpenMs * 2 ** (this.#refusals - 1), LONGEST_REFUSED_MS));
      return;
    }
    const isFault = failure !== null && isSystemsFault(failure);
    if (!isFault) {
      this.#inRow = 0;
      this.#refusals = 0;
      if (isProbe) this.#close();
    }
    this.#calls.add();
    if (!isFault) return;
    this.#inRow += 1;
    this.#failures.add();
    if (isProbe || this.#isTooMuch()) this.#open(this.#limits.breakerOpenMs);
  }

  #isTooMuch(): boolean {
    const { breakerFailures, breakerShare } = this.#limits;
    if (this.#inRow >= breakerFailures) return true;
    const calls = this.#calls.total;
    return calls >= FEWEST_CALLS && this.#failures.total * 100 >= breakerShare * calls;
  }

  #open(ms: number): void {
    this.#begin();
    this.#openUntil = performance.now() + ms;
    this.#changed('open');
  }

  #close(): void {
    this.#begin();
    this.#openUntil = null;
    this.#changed('closed');
  }

  #begin(): void {
    this.#period = {};
    this.#probing = false;
    this.#inRow = 0;
    this.#calls.clear();
    this.#failures.clear();
  }
}

/** Whether the failure is the system's own and may pass: what is counted against it, and what a read may be tried again for. */
export function isSystemsFault({ code, retryable, accountRefused }: LegacyFailure): boolean {
  return retryable && !accountRefused && code !== 'DEPARTMENT_DATA_INVALID';
}
