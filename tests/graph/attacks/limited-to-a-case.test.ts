import { describe, expect, it } from '@jest/globals';
import { caseUidOf } from '#tests/graph/brute-force/looks.ts';
import { PURPOSE_OF, SEEN_BY } from '#tests/graph/brute-force/world-seven.ts';
import { as } from '#tests/harness/ask.ts';

const EVERY_WAY = `query Limited($uid: ID!) {
  case(caseUid: $uid) { caseUid }
  myCases(first: 100) { caseUid parties { case { caseUid } } }
  deadlinesDue(withinDays: 60) { case { caseUid } subject { case { caseUid } } }
}`;

/** Users with more than one case, each with two of them. */
const TWO_CASES = Object.keys(PURPOSE_OF).flatMap((user) => {
  const own = Object.keys(SEEN_BY)
    .map(Number)
    .filter((caseNo) => SEEN_BY[caseNo]?.[user] !== undefined);
  const [first, second] = own;
  return first === undefined || second === undefined ? [] : [[user, first, second] as const];
});

async function casesNamed(user: string, asked: string, limit: string): Promise<readonly string[]> {
  const asker = as(user, { purpose: PURPOSE_OF[user] ?? null, headers: { 'x-case': limit } });
  const { status, text, errors } = await asker.ask({ query: EVERY_WAY, variables: { uid: asked } });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return [...new Set(text.match(/ZF-\d{4}-\d{6}/g))].sort();
}

describe('within x-case no other case exists, however it is asked for', () => {
  it.each(TWO_CASES)('%s: case %i is absent within case %i', async (user, first, second) => {
    const [one, other] = [caseUidOf(first), caseUidOf(second)];
    expect(await casesNamed(user, one, other)).toEqual([other]);
    expect(await casesNamed(user, other, other)).toEqual([other]);
  });

  it.each([
    ['the sealed case', 'ZF-2024-000004'],
    ['another county’s case', 'ZF-2025-000011'],
    ['a case that there is not', 'ZF-2025-999999'],
  ])('within %s: none, not even the caller’s own', async (_what, limit) => {
    for (const [user, own] of TWO_CASES) expect(await casesNamed(user, caseUidOf(own), limit)).toEqual([]);
  });
});
