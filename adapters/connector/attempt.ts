import type { Leave } from '#adapters/connector/bulkhead.ts';
import { orAborted } from '#adapters/connector/deadline.ts';
import { timedOut } from '#adapters/connector/failures.ts';

/** How long work that was broken off may take to end before its place is given to another. */
const GRACE_MS = 2000;

/** One try of a call. */
export interface Attempt {
  /** Aborts when nobody waits any longer or a time is over; its reason is the failure. Hand it down to the socket. */
  readonly signal: AbortSignal;
  /** Bytes of the reply that have come (each time those that are new), after decompression. */
  bytes(count: number): void;
  /** Rows that were given (each time those that are new): from the first one on the call is not tried again. */
  rows(count: number): void;
  /** The first byte has come: the first-byte timeout ends. */
  answering(): void;
}

/** What a call took, all its attempts together. */
export interface Tally {
  attempts: number;
  bytes: number;
  rows: number;
  /** When the first attempt began (`performance.now`); `null`: none has. */
  beganAt: number | null;
}

/**
 * Does the work once. When `whole` aborts, or the first byte does not come in time, the reason is thrown at once; the place is given back
 * when the work has really ended, so that the system never has more under way than allowed.
 */
export async function attempt<T>(
  work: (attempt: Attempt) => Promise<T>,
  { whole, firstByteMs, tally, leave }: { whole: AbortSignal; firstByteMs: number | null; tally: Tally; leave: Leave },
): Promise<T> {
  const firstByte = new AbortController();
  const late = () => firstByte.abort(timedOut(`no first byte within ${firstByteMs} ms`));
  const timer = firstByteMs === null ? undefined : setTimeout(late, firstByteMs);
  const answering = () => clearTimeout(timer);
  const signal = AbortSignal.any([whole, firstByte.signal]);
  tally.attempts += 1;
  tally.beganAt ??= performance.now();
  const working = begin(work, {
    signal,
    answering,
    bytes: (count) => {
      answering();
      tally.bytes += count;
    },
    rows: (count) => {
      tally.rows += count;
    },
  });
  leaveAfter(working, signal, leave);
  try {
    return await orAborted(working, signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    answering();
  }
}

/** What it throws at once is its outcome too. */
async function begin<T>(work: (attempt: Attempt) => Promise<T>, given: Attempt): Promise<T> {
  return await work(given);
}

function leaveAfter(working: Promise<unknown>, signal: AbortSignal, leave: Leave): void {
  let timer: NodeJS.Timeout | undefined;
  const brokenOff = () => {
    timer = setTimeout(leave, GRACE_MS).unref();
  };
  const ended = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', brokenOff);
    leave();
  };
  signal.addEventListener('abort', brokenOff, { once: true });
  working.then(ended, ended);
}
