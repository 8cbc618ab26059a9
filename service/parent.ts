/** Milliseconds between looks. */
const INTERVAL_MS = 500;

/**
 * Calls back when npm, which started this process, is gone: a signal to npm alone ends npm and its shell and reaches nobody below. A process
 * that npm did not start may outlive whoever started it.
 */
export function whenNpmIsGone(callback: () => void, env: NodeJS.ProcessEnv = process.env): void {
  if (env.npm_lifecycle_event === undefined || process.send) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, INTERVAL_MS);
  timer.unref();
}
