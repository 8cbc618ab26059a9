import type DataLoader from 'dataloader';
import { createLoader } from '#subgraphs/kit/loader.ts';

/**
 * A loader over the registry, whose look-ups take any number of keys: what a page of cases asks for at the same time is one look-up, and
 * comes back at the same time, so that what the owners are asked for then is one question too.
 */
export function registryLoader<Key extends string, Value>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): DataLoader<Key, Value | null> {
  return createLoader(lookUp, { maxBatch: Number.POSITIVE_INFINITY });
}
