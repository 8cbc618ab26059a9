import DataLoader from 'dataloader';
import { DepartmentError } from '#schema/errors/graph-error.ts';

export interface LoaderOptions<Key> {
  /** When a list goes out (`RequestScope.after`). @default at the end of the tick */
  readonly schedule?: (dispatch: () => void) => void;
  /** Keys of a list: a legacy operation takes at most 50 (WORLD 6); ports split longer lists, loaders never make them. @default 50 */
  readonly maxBatch?: number;
  /** Keys that go along in a list that goes out anyway and has room: they may be asked for later in the request. @default none */
  readonly alongside?: ReadonlySet<Key>;
}

/**
 * A loader for one request over a port's batch method: a key that the system does not return is null, in its place, and a record that
 * cannot be read is its own error. Where the system fails, its error stands for each key of the list for the rest of the request: what
 * hangs is waited for once.
 */
export function createLoader<Key extends string, Value>(
  batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  { schedule, maxBatch = 50, alongside = new Set() }: LoaderOptions<Key> = {},
): DataLoader<Key, Value | null> {
  const known = new Map<Key, Promise<Value | null>>();
  const loader: DataLoader<Key, Value | null> = new DataLoader(
    (keys) => {
      const along = [...alongside].filter((key) => !known.has(key)).slice(0, maxBatch - keys.length);
      const answers = batch([...keys, ...along]);
      for (const key of along) loader.prime(key, answerLater(answers, key));
      return answers.then(
        (found) => keys.map((key) => answerOf(found, key)),
        (error: Error) => keys.map(() => error),
      );
    },
    { maxBatchSize: maxBatch, cacheMap: known, ...(schedule && { batchScheduleFn: schedule }) },
  );
  return loader;
}

/** The value of a key that went along, which nobody may ask for: then its error is nobody's. */
function answerLater<Key, Value>(answers: Promise<ReadonlyMap<Key, Value>>, key: Key): Promise<Value | null> {
  const answer = answers.then((found) => found.get(key) ?? null);
  answer.catch(() => {});
  return answer;
}

function answerOf<Key, Value>(found: ReadonlyMap<Key, Value>, key: Key): Value | Error | null {
  try {
    return found.get(key) ?? null;
  } catch (error) {
    return error instanceof DepartmentError ? new UnreadableRecord(error) : (error as Error);
  }
}

/** That one record could not be read, where its department answered: another number has another answer. */
export class UnreadableRecord extends DepartmentError {
  constructor(error: DepartmentError) {
    super(error.code, error);
  }
}
