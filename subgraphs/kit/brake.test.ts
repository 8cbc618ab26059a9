import { expect, it } from '@jest/globals';
import { createBrake } from '#subgraphs/kit/brake.ts';

function brake() {
  const waits: number[] = [];
  const clock = { now: 0 };
  const made = createBrake({
    firstMs: 100,
    mostMs: 500,
    longestMs: 900,
    forgetMs: 1_000,
    sleep: async (ms) => void waits.push(ms),
    now: () => clock.now,
  });
  /** One after the other: each is waited for before the next. */
  const missInTurn = async (caller: string) => {
    await made.miss(caller);
    clock.now += waits.at(-1) ?? 0;
  };
  return { ...made, missInTurn, waits, clock };
}

it('each miss of a caller waits twice as long, up to the most', async () => {
  const { missInTurn, waits } = brake();
  for (let times = 0; times < 5; times += 1) await missInTurn('a');
  await missInTurn('b');
  expect(waits).toEqual([100, 200, 400, 500, 500, 100]);
});

it('guesses at the same time wait one after the other, each at most so long', async () => {
  const { miss, waits } = brake();
  await Promise.all([miss('a'), miss('a'), miss('a'), miss('a'), miss('b')]);
  expect(waits).toEqual([100, 300, 700, 900, 100]);
});

it('a while without a miss is a new start, and nothing else', async () => {
  const { missInTurn, waits, clock } = brake();
  await missInTurn('a');
  clock.now += 899;
  await missInTurn('a');
  clock.now += 1_001;
  await missInTurn('a');
  expect(waits).toEqual([100, 200, 100]);
});

it('a caller who has gone is not waited for', async () => {
  await createBrake({ firstMs: 3_600_000, mostMs: 3_600_000, longestMs: 3_600_000 }).miss('a', AbortSignal.abort());
});
