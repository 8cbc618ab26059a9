import { expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { stack } from '#tests/harness/stack.ts';

const audits = serverAudits({ url: () => stack().graphUrl });

it('there are 61 audits', () => expect(audits).toHaveLength(61));

it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_id, _name, fn) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
