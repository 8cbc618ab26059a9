import type { DepartmentErrorCode } from '#schema/errors/graph-error.ts';

/**
 * What became of a call, as a label: answered; joined to an equal one under way; turned away before it reached the system (arguments that
 * cannot be sent, too much to do, breaker open, maintenance, connector closed); given up by the caller; or failed with a stable code.
 */
export type CallOutcome =
  | 'ok'
  | 'shared'
  | 'refused'
  | 'shed'
  | 'breaker-open'
  | 'maintenance'
  | 'closed'
  | 'cancelled'
  | DepartmentErrorCode;

export type BreakerState = 'closed' | 'half-open' | 'open';

/** One call and what became of it: names of ours and counts. Never a value, a key, an argument or an address. */
export interface CallResult {
  readonly outcome: CallOutcome;
  /** From asking to the outcome, the time in the queue included. */
  readonly durationMs: number;
  /** Before the (first) attempt began. */
  readonly queueMs: number;
  /** How often the system was asked: 0 where it was not, 2 or more where a read was tried again. */
  readonly attempts: number;
  /** Of the replies, after decompression. */
  readonly bytes: number;
  readonly rows: number;
  /** As it was when the call ended. */
  readonly breaker: BreakerState;
}

/** A system as it stands at this moment. */
export interface SystemState {
  readonly breaker: BreakerState;
  readonly running: number;
  readonly waiting: number;
}

/** Sessions of a pool at this moment. */
export interface SessionState {
  readonly open: number;
  readonly busy: number;
}

/** A call that has begun; told once what became of it. */
export interface ObservedCall {
  ended(result: CallResult): void;
}

/**
 * Who watches the calls of legacy systems: metrics and spans. Handed in by whoever starts the process, so that this room knows neither.
 * It never throws and never waits.
 */
export interface CallObserver {
  /** Both names come from the code of a system: an operation of its WSDL, a name for its statement. */
  began(system: string, operation: string): ObservedCall;
  /** `state` is read whenever somebody looks, until what is returned is called. */
  watchSystem(system: string, state: () => SystemState): () => void;
  watchSessions(system: string, state: () => SessionState): () => void;
}

/** Nobody watches. */
export const UNOBSERVED: CallObserver = {
  began: () => ({ ended() {} }),
  watchSystem: () => () => {},
  watchSessions: () => () => {},
};
