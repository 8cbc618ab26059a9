import { setTimeout as wait } from 'node:timers/promises';

export interface BrakeOptions {
  /** Milliseconds after the first miss; each further one waits twice as long. @default 100 */
  readonly firstMs?: number;
  /** Milliseconds after a miss, at most. @default 2000 */
  readonly mostMs?: number;
  /** Milliseconds that anybody waits, at most, behind other misses of the same caller. @default 10000 */
  readonly longestMs?: number;
  /** Milliseconds without a miss after which those of a caller are forgotten. @default 15 minutes */
  readonly forgetMs?: number;
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly now?: () => number;
}

/**
 * Slows down whoever guesses. It knows callers by opaque keys and is one process's alone. Only time makes it forget: a right code between
 * wrong ones would start a guesser anew who holds one.
 */
export interface Brake {
  /** Waits after a wrong guess, longer after each, and one after the other where several are made at the same time. */
  miss(caller: string, signal?: AbortSignal): Promise<void>;
}

interface Misses {
  readonly times: number;
  /** When the last of them has been waited for. */
  readonly waitedAt: number;
  readonly forgottenAt: number;
}

const NONE: Misses = { times: 0, waitedAt: 0, forgottenAt: 0 };

/** Callers remembered at a time; the one whose last miss is oldest gives way. */
const MOST_CALLERS = 10_000;

export function createBrake({
  firstMs = 100,
  mostMs = 2_000,
  longestMs = 10_000,
  forgetMs = 15 * 60_000,
  sleep = sleepUnlessGone,
  now = Date.now,
}: BrakeOptions = {}): Brake {
  const missed = new Map<string, Misses>();
  return {
    async miss(caller, signal) {
      const at = now();
      const { times, waitedAt, forgottenAt } = missed.get(caller) ?? NONE;
      const missedNow = forgottenAt > at ? times + 1 : 1;
      const waits = Math.min(firstMs * 2 ** (missedNow - 1), mostMs);
      const until = Math.max(at, waitedAt) + waits;
      missed.delete(caller);
      missed.set(caller, { times: missedNow, waitedAt: until, forgottenAt: at + forgetMs });
      const [oldest] = missed.keys();
      if (missed.size > MOST_CALLERS && oldest !== undefined) missed.delete(oldest);
      await sleep(Math.min(until - at, longestMs), signal);
    },
  };
}

/** Nobody is waited for who has gone. */
async function sleepUnlessGone(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, { ...(signal && { signal }) }).catch(() => {});
}
