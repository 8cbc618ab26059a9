import { LegacyFailure } from '#adapters/connector/failures.ts';
import type { CallOutcome } from '#adapters/connector/observe.ts';

/** Why a call did not reach the system, or was not waited for any longer. */
export type TurnedAwayFor = Extract<CallOutcome, 'shed' | 'breaker-open' | 'maintenance' | 'closed' | 'cancelled'>;

/** What the guard itself decided: no failure of the system, so it counts against nobody. */
export class TurnedAway extends LegacyFailure {
  readonly outcome: TurnedAwayFor;
  /** When a system that is closed for maintenance opens, in milliseconds since 1970. */
  readonly opensAt: number | undefined;

  /** @param details `retryable`: whether another try may help. @default it may */
  constructor(
    outcome: TurnedAwayFor,
    reason: string,
    { opensAt, cause, retryable = true }: { opensAt?: number; cause?: unknown; retryable?: boolean } = {},
  ) {
    const code = outcome === 'cancelled' ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE';
    super(code, reason, retryable, cause === undefined ? {} : { cause });
    this.outcome = outcome;
    this.opensAt = opensAt;
  }
}
