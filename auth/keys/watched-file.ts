import { stat } from 'node:fs/promises';

export interface WatchOptions {
  /** Milliseconds for which a file counts as unchanged after it was looked at. @default 1000 */
  readonly lookEveryMs?: number;
  readonly now?: () => number;
  /** A changed file that cannot be read: what was read before goes on counting. @default nobody is told */
  readonly onProblem?: (sentence: string) => void;
}

/** What stands in a file, read again when the file is another one. */
export interface WatchedFile<Content> {
  /** As of a second ago at most. The same object while the file is the same. */
  current(): Promise<Content>;
  /** As of now. However many ask at a time, the file is looked at once, and read only where it changed. */
  now(): Promise<Content>;
}

/** Looks at the file when it is asked for, not by itself: nothing has to be closed. Rejects where it cannot be read the first time. */
export async function watchFile<Content>(
  file: string,
  read: () => Promise<Content>,
  { lookEveryMs = 1000, now = Date.now, onProblem = () => {} }: WatchOptions = {},
): Promise<WatchedFile<Content>> {
  let mark = await markOf(file);
  let content = await read();
  let lookedAt = now();
  let looking: Promise<Content> | undefined;

  async function look(): Promise<Content> {
    try {
      const seen = await markOf(file);
      if (seen !== mark) {
        content = await read();
        mark = seen;
      }
    } catch (error) {
      onProblem((error as Error).message);
    } finally {
      lookedAt = now();
      looking = undefined;
    }
    return content;
  }

  const lookNow = () => {
    looking ??= look();
    return looking;
  };
  return {
    now: lookNow,
    // A clock that was set back does not keep what stood in the file until it has caught up.
    current: async () => (Math.abs(now() - lookedAt) < lookEveryMs ? content : lookNow()),
  };
}

/** Unlike for any two files that stood at one place one after the other. */
async function markOf(file: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(file, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
