import DataLoader from 'dataloader';

export interface LoaderOptions {
  /** When a list goes out (`RequestScope.after`). @default at the end of the tick */
  readonly schedule?: (dispatch: () => void) => void;
  /** Keys of a list: a legacy operation takes at most 50 (WORLD 6); ports split longer lists, loaders never make them. @default 50 */
  readonly maxBatch?: number;
}

/**
 * A loader for one request over a port's batch method: a key that the system does not return is null, in its place, and a record that
 * cannot be read is its own error. Where the system fails, its error stands for each key of the list for the rest of the request: what
 * hangs is waited for once.
 */
export function createLoader<Key extends string, Value>(
  batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  { schedule, maxBatch = 50 }: LoaderOptions = {},
): DataLoader<Key, Value | null> {
  return new DataLoader<Key, Value | null>(
    (keys) =>
      batch(keys).then(
        (found) => keys.map((key) => answerOf(found, key)),
        (error: Error) => keys.map(() => error),
      ),
    { maxBatchSize: maxBatch, ...(schedule && { batchScheduleFn: schedule }) },
  );
}

function answerOf<Key, Value>(found: ReadonlyMap<Key, Value>, key: Key): Value | Error | null {
  try {
    return found.get(key) ?? null;
  } catch (error) {
    return error as Error;
  }
}
