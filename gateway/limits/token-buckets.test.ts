import { expect, it } from '@jest/globals';
import { TokenBuckets } from '#gateway/limits/token-buckets.ts';

function buckets({ perSecond = 10, burst = 5, most = 100 } = {}) {
  const clock = { now: 0 };
  const made = new TokenBuckets({ perSecond, burst, most, now: () => clock.now });
  const takes = (times: number, key = 'a') => Array.from({ length: times }, () => made.take(key));
  return { made, clock, takes };
}

it('a full bucket is taken at once, then what comes back with time', () => {
  const { clock, takes } = buckets();
  expect(takes(7)).toEqual([0, 0, 0, 0, 0, 100, 100]);
  clock.now = 100;
  expect(takes(2)).toEqual([0, 100]);
  clock.now = 1_000_000;
  expect(takes(6)).toEqual([0, 0, 0, 0, 0, 100]);
});

it('several at a time, or none of them', () => {
  const { made } = buckets();
  expect([made.take('a', 3), made.take('a', 3), made.take('a', 2)]).toEqual([0, 100, 0]);
});

it('what is given back counts again, never beyond a full bucket', () => {
  const { made, takes } = buckets();
  made.take('a', 5);
  made.giveBack('a', 2);
  expect(takes(3)).toEqual([0, 0, 100]);
  made.giveBack('a', 1000);
  expect(takes(6)).toEqual([0, 0, 0, 0, 0, 100]);
});

it('each key has its own, whatever it is called', () => {
  const { takes } = buckets({ burst: 1 });
  expect(['a', 'b', '__proto__', 'constructor'].map((key) => takes(2, key))).toEqual(Array(4).fill([0, 100]));
});

it('0 a second is no limit', () => {
  const { made, takes } = buckets({ perSecond: 0 });
  expect(takes(100)).toEqual(Array(100).fill(0));
  expect(made.size).toBe(0);
});

it('so many are remembered and no more: the one used longest ago gives way', () => {
  const { made, takes } = buckets({ burst: 1, most: 3 });
  for (const key of ['a', 'b', 'c', 'a']) made.take(key);
  for (let others = 0; others < 1000; others += 1) made.take(`other ${others}`);
  expect(made.size).toBe(3);
  expect(takes(1, 'other 999')).toEqual([100]);
  expect(takes(1, 'b')).toEqual([0]);
});

it('a bucket that is full again takes no room', () => {
  const { made } = buckets();
  made.take('a', 2);
  made.giveBack('a', 2);
  expect(made.size).toBe(0);
});
