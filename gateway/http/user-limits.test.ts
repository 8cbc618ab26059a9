import { expect, it } from '@jest/globals';
import { asker } from '#gateway/http/ask.fixture.ts';
import { front } from '#gateway/http/front.fixture.ts';
import { NO_USER_LIMITS, type UserLimits } from '#gateway/limits/throttle.ts';
import { signal } from '#service/http/testing.fixture.ts';

type Answers = NonNullable<Parameters<typeof front>[0]>;
const limited = async (
  limits: Partial<UserLimits>,
  answers: Answers = () => ({ data: { case: null } }),
  now?: () => number,
) => {
  const made = await front(answers, { userLimits: { ...NO_USER_LIMITS, ...limits }, ...(now && { now }) });
  return { ...made, ask: asker(made) };
};
const PURPOSE = { 'x-purpose': 'HANDLE_CASE' };
const lookUp = (...aliases: string[]) => ({
  role: 'court.judge',
  headers: PURPOSE,
  body: { query: `{ ${aliases.map((alias) => `${alias}: case(no: 1) { caseUid }`).join(' ')} }` },
});

it('too many requests: 429, when to come again, on record, and no subgraph is asked', async () => {
  const { ask, asked, audited } = await limited({ requestsPerSecond: 1 });
  await ask(lookUp('a'));
  const before = asked.length;
  const refused = await ask(lookUp('a'));
  expect(refused).toMatchObject({ end: '429 RATE_LIMITED', headers: { 'retry-after': '1' } });
  expect(refused.parsed).toMatchObject({
    errors: [{ message: '请求过于频繁，请 1 秒后再试。', extensions: { code: 'RATE_LIMITED', requestId: 'r-1' } }],
  });
  expect(asked).toHaveLength(before);
  expect(audited.at(-1)).toMatchObject({ event: 'answer', decision: 'deny', rule: 'RATE_LIMITED' });
  expect((await ask({ ...lookUp('a'), role: 'court.clerk' })).end).toBe('200');
});

it.each([{}, { role: 'court.judge' }])('of a flood within one second, one refusal is on record: %j', async (who) => {
  const { ask, audited } = await limited({ requestsPerSecond: 1 }, undefined, () => 0);
  const ends: string[] = [];
  for (let times = 0; times < 20; times += 1) ends.push((await ask({ ...who, body: { query: '{ open }' } })).end);
  expect(ends.filter((end) => end === '429 RATE_LIMITED').length).toBeGreaterThan(10);
  expect(audited.filter(({ rule }) => rule === 'RATE_LIMITED')).toHaveLength(1);
});

it('too many bad tokens from one address', async () => {
  const { ask } = await limited({ requestsPerSecond: 1 });
  const ends: string[] = [];
  for (let times = 0; times < 5; times += 1) ends.push((await ask({ role: 'bad', body: { query: '{ open }' } })).end);
  expect(ends).toEqual([...Array(4).fill('401 UNAUTHENTICATED'), '429 RATE_LIMITED']);
});

it('numbers that answer nothing are counted, those that answer something are not', async () => {
  let found: unknown = { caseUid: 'ZF-2025-000001' };
  const { ask } = await limited({ missesPerMinute: 3 }, () => ({ data: { a: found, b: found, c: found } }));
  for (let times = 0; times < 5; times += 1) expect((await ask(lookUp('a', 'b', 'c'))).end).toBe('200');
  found = null;
  expect((await ask(lookUp('a', 'b', 'c'))).end).toBe('200');
  expect(await ask(lookUp('a'))).toMatchObject({ end: '429 RATE_LIMITED', headers: { 'retry-after': '20' } });
  expect((await ask({ role: 'court.judge', body: { query: '{ mine }' } })).end).toBe('200');
});

it('more numbers at once than there may be misses are not asked at all', async () => {
  const { ask, asked } = await limited({ missesPerMinute: 2 });
  expect((await ask(lookUp('a', 'b', 'c'))).end).toBe('429 RATE_LIMITED');
  expect(asked).toEqual([]);
});

it('what fails is no miss', async () => {
  const failure = { message: 'x', path: ['a'], extensions: { code: 'DEPARTMENT_UNAVAILABLE' } };
  const { ask } = await limited({ missesPerMinute: 1 }, () => ({ data: { a: null }, errors: [failure] }));
  for (let times = 0; times < 3; times += 1) expect((await ask(lookUp('a'))).end).toBe('200 DEPARTMENT_UNAVAILABLE');
});

it('operations under way: what is too much beside them waits for them to end', async () => {
  const [begun, released] = [signal(), signal()];
  const { ask } = await limited({ concurrentCost: 3 }, async () => {
    begun.happens();
    await released.happened;
    return { data: { a: null } };
  });
  const first = ask(lookUp('a'));
  await begun.happened;
  expect((await ask(lookUp('a'))).end).toBe('429 RATE_LIMITED');
  const other = ask({ ...lookUp('a'), role: 'court.clerk' });
  released.happens();
  expect([(await first).end, (await other).end, (await ask(lookUp('a'))).end]).toEqual(['200', '200', '200']);
});
