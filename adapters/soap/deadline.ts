import { timedOut } from '#adapters/soap/failures.ts';

/**
 * A signal that aborts after `timeoutMs`, or with the caller's own signal; its reason is the failure to report.
 * Disposing of it frees the timer and the listener.
 */
export function deadline(timeoutMs: number, caller?: AbortSignal): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timedOut(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const giveUp = () => controller.abort(timedOut('the caller gave up', { cause: caller?.reason }));
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
