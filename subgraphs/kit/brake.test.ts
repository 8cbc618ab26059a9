import { expect, it } from '@jest/globals';
import { createBrake } from '#subgraphs/kit/brake.ts';

function brake() {
  const waits: number[] = [];
  const clock = { now: 0 };
  const made = createBrake({
    firstMs: 100,
    mostMs: 500,
    forgetMs: 1_000,
    sleep: async (ms) => void waits.push(ms),
    now: () => clock.now,
  });
  return { ...made, waits, clock };
}

it('each miss of a caller waits twice as long, up to the most', async () => {
  const { miss, waits } = brake();
  for (let times = 0; times < 5; times += 1) await miss('a');
  await miss('b');
  expect(waits).toEqual([100, 200, 400, 500, 500, 100]);
});

it('guesses at the same time are counted one by one', async () => {
  const { miss, waits } = brake();
  await Promise.all([miss('a'), miss('a'), miss('a')]);
  expect(waits).toEqual([100, 200, 400]);
});

it('a hit, or a while without a miss, is a new start', async () => {
  const { miss, hit, waits, clock } = brake();
  await miss('a');
  hit('a');
  await miss('a');
  clock.now = 1_001;
  await miss('a');
  expect(waits).toEqual([100, 100, 100]);
});

it('a caller who has gone is not waited for', async () => {
  await createBrake({ firstMs: 3_600_000, mostMs: 3_600_000 }).miss('a', AbortSignal.abort());
});
