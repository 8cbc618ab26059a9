import { expect, it } from '@jest/globals';
import { watched } from '#tests/fuzz/watch.ts';
import type { FuzzResult } from '#tests/fuzz/wsdl/run.ts';

const MiB = 1024 * 1024;

it('2,000 mutated WSDLs load or are refused with a line and a sentence; nothing hangs, leaks or is fetched', async () => {
  const result = await watched<FuzzResult>(new URL('./wsdl/run.ts', import.meta.url), 30_000);
  expect(result).toMatchObject({ others: [], connections: 0, polluted: [] });
  expect(result.growth).toBeLessThan(32 * MiB);
  // Or the mutations would prove nothing.
  expect(result.loaded).toBeGreaterThan(200);
  expect(result.refused).toBeGreaterThan(1_000);
}, 600_000);
