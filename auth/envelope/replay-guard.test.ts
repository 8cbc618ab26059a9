import { expect, it } from '@jest/globals';
import { ReplayGuard } from '#auth/envelope/replay-guard.ts';

it('lets an id pass once, for as long as its envelope could be used', () => {
  const guard = new ReplayGuard();
  const seen = [1000, 1000, 1034.9, 1035].map((now) => guard.firstSeen('a', 1035, now));
  expect(seen).toEqual([true, false, false, false]);
});

it('forgets what can no longer be used', () => {
  const guard = new ReplayGuard();
  guard.firstSeen('a', 1035, 1000);
  expect(guard.firstSeen('a', 1100, 1046)).toBe(true);
});

it('keeps ids apart that look like parts of an object', () => {
  const guard = new ReplayGuard();
  expect(['__proto__', 'constructor', 'a'].map((id) => guard.firstSeen(id, 1035, 1000))).toEqual([true, true, true]);
});
