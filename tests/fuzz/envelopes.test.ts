import { expect, it } from '@jest/globals';
import type { FuzzResult } from '#tests/fuzz/envelopes/run.ts';
import { watched } from '#tests/fuzz/watch.ts';

const MiB = 1024 * 1024;

it('20,000 mutated envelopes are read, are faults or are refused; nothing hangs, leaks, grows or tells what stood there', async () => {
  const result = await watched<FuzzResult>(new URL('./envelopes/run.ts', import.meta.url), 30_000);
  expect(result).toMatchObject({ others: [], leaks: [], polluted: [] });
  expect(result.growth).toBeLessThan(16 * MiB);
  // Or the mutations would prove nothing.
  expect(result.answers).toBeGreaterThan(2_000);
  expect(result.faults).toBeGreaterThan(1_000);
  expect(result.refused).toBeGreaterThan(5_000);
}, 600_000);
