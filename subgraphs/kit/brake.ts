import { setTimeout as wait } from 'node:timers/promises';

export interface BrakeOptions {
  /** Milliseconds after the first miss; each further one waits twice as long. @default 100 */
  readonly firstMs?: number;
  /** Milliseconds after a miss, at most. @default 2000 */
  readonly mostMs?: number;
  /** Milliseconds after which the misses of a caller are forgotten. @default 15 minutes */
  readonly forgetMs?: number;
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly now?: () => number;
}

/** Slows down whoever guesses. It knows callers by opaque keys and is one process's alone. */
export interface Brake {
  /** Waits after a wrong guess, longer after each. */
  miss(caller: string, signal?: AbortSignal): Promise<void>;
  /** Forgets the caller's misses. */
  hit(caller: string): void;
}

/** Callers remembered at a time; the one whose last miss is oldest gives way. */
const MOST_CALLERS = 10_000;

export function createBrake({
  firstMs = 100,
  mostMs = 2_000,
  forgetMs = 15 * 60_000,
  sleep = sleepUnlessGone,
  now = Date.now,
}: BrakeOptions = {}): Brake {
  const missed = new Map<string, { readonly times: number; readonly until: number }>();
  return {
    async miss(caller, signal) {
      const known = missed.get(caller);
      const times = known && known.until > now() ? known.times + 1 : 1;
      missed.delete(caller);
      missed.set(caller, { times, until: now() + forgetMs });
      const [oldest] = missed.keys();
      if (missed.size > MOST_CALLERS && oldest !== undefined) missed.delete(oldest);
      await sleep(Math.min(firstMs * 2 ** (times - 1), mostMs), signal);
    },
    hit(caller) {
      missed.delete(caller);
    },
  };
}

/** Nobody is waited for who has gone. */
async function sleepUnlessGone(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, { ...(signal && { signal }) }).catch(() => {});
}
