import { setTimeout as sleep } from 'node:timers/promises';

const WATCHDOG_MS = 25_000;

/** Waits until it is so. Ends with an error where it never is: Jest would wait for ever for a loop that goes on. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + WATCHDOG_MS; !(await isSo()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`it is never so: ${isSo}`);
  }
}
