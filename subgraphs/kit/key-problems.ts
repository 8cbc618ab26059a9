import type { Logger } from 'pino';
import type { WatchOptions } from '#auth/keys/watched-file.ts';

/** A key file that was changed and cannot be read is for the log: the keys from before go on counting. */
export function keyProblems(logger: Logger): WatchOptions {
  return { onProblem: (cause) => logger.warn({ cause }, 'a changed key file cannot be read') };
}
