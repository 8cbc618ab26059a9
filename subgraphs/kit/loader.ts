import DataLoader from 'dataloader';

/** A legacy operation takes at most 50 keys (WORLD 6); ports split longer lists, loaders never make them. */
const MAX_BATCH = 50;

/** A loader for one request over a port's batch method: a key that the system does not return is null, in its place. */
export function createLoader<Key extends string, Value>(
  batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): DataLoader<Key, Value | null> {
  return new DataLoader<Key, Value | null>(
    async (keys) => {
      const found = await batch(keys);
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize: MAX_BATCH },
  );
}
