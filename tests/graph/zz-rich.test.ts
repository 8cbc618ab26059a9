import { expect, it } from '@jest/globals';
import { as } from '#tests/harness/ask.ts';
import { RICH } from '#tests/graph/zz-q.ts';
it('x', async () => {
  const a = await as('court.lin').ask(RICH);
  console.log(a.status, JSON.stringify(a.data, null, 1), JSON.stringify(a.errors, null, 1));
  const b = await as('proc.li').ask(RICH);
  console.log(b.status, JSON.stringify(b.errors, null, 1));
  expect(1).toBe(1);
});
