import { LegacyFailure, timedOut, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { type Attempt, createGuard, type GuardedCall, type GuardOptions } from '#adapters/connector/guard.ts';
import { DEFAULT_LIMITS, type LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallResult } from '#adapters/connector/observe.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** A call that has reached the system: the test ends it. */
export interface Reached extends Attempt {
  readonly operation: string;
  answer(value: unknown): void;
  fail(error: Error): void;
}

export const DOWN = () => unavailable('down', true);
export const SLOW = () => timedOut('slow');
export const GARBLED = () => unreadable('garbled');
/** Not of the system: what could not be sent. */
export const OURS = () => new TypeError('an argument of ours');

/** A guard before a system that answers when the test says so: which calls reached it, and what is told of each. */
export function guarded(limits: Partial<LegacyLimits> = {}, options: Partial<GuardOptions> = {}) {
  const reached: Reached[] = [];
  const told: (CallResult & { readonly operation: string })[] = [];
  const guard = createGuard({
    ...{ department: 'COURT', system: '12368', protocol: 'soap' },
    limits: { ...DEFAULT_LIMITS, retries: 0, ...limits },
    failureOf(error) {
      if (error instanceof LegacyFailure) return error;
      throw error;
    },
    observer: {
      began: (_system, operation) => ({ ended: (result) => void told.push({ operation, ...result }) }),
      watchSystem: () => () => {},
      watchSessions: () => () => {},
    },
    ...options,
  });

  function ask(operation: string, about: Partial<GuardedCall> & { rights?: string; signal?: AbortSignal } = {}) {
    const { rights = 'rights', signal, ...what } = about;
    const call = { requestId: 'r-1', caller: 'caller', rights, ...(signal && { signal }) };
    return guard.run({ operation, isRead: true, shareKey: null, call, ...what }, (attempt) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), { once: true });
      reached.push({ ...attempt, operation, answer: resolve, fail: reject });
      return promise;
    });
  }
  return { guard, reached, told, ask };
}

/** What became of a call: its value, or its code with `!` where a retry does not help. */
export async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof DepartmentError)) return error instanceof Error ? error.name : error;
    return `${error.code.replace('DEPARTMENT_', '')}${error.retryable ? '' : '!'}`;
  }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** Numbers below a bound that look random and are the same for each seed (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
