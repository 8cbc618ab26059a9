import type { LegacyLimits } from '#adapters/connector/limits.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';

/** Token bucket: `burst` calls at once, then `ratePerSecond`. */
export class Rate {
  readonly #limits: Pick<LegacyLimits, 'ratePerSecond' | 'burst'>;
  #tokens: number;
  #filledAt = Date.now();

  constructor(limits: Pick<LegacyLimits, 'ratePerSecond' | 'burst'>) {
    this.#limits = limits;
    this.#tokens = limits.burst;
  }

  /** @throws TurnedAway where the calls of this moment are used up. */
  take(): void {
    const { ratePerSecond, burst } = this.#limits;
    if (ratePerSecond === null) return;
    const now = Date.now();
    const passed = Math.max(0, now - this.#filledAt) / 1000;
    this.#tokens = Math.min(burst, this.#tokens + passed * ratePerSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) throw new TurnedAway('shed', 'more calls a second than the system is to be asked');
    this.#tokens -= 1;
  }
}
