import { LegacyFailure, timedOut } from '#adapters/connector/failures.ts';

/**
 * A signal that aborts after `timeoutMs`, or with the caller's own signal; its reason is the failure to report.
 * Disposing of it frees the timer and the listener.
 */
export function deadline(timeoutMs: number, caller?: AbortSignal): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timedOut(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const giveUp = () => controller.abort(failureOfCaller(caller?.reason));
  if (caller?.aborted) giveUp();
  else caller?.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', giveUp);
    },
  };
}

/** The promise's outcome, unless the signal aborts first: then its reason. The promise itself goes on. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => {}); // it may fail after nobody waits for it
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Resolves after `ms`. @throws the signal's reason where it aborts first */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  try {
    await orAborted(promise, signal);
  } finally {
    clearTimeout(timer);
  }
}

function failureOfCaller(reason: unknown): LegacyFailure {
  return reason instanceof LegacyFailure ? reason : timedOut('the caller gave up', { cause: reason });
}
