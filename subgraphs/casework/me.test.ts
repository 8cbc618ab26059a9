import { describe, expect, it } from '@jest/globals';
import { user } from '#auth/decisions/world.fixture.ts';
import { casework } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const FIELDS = 'displayName roles staffNo agency { agencyCode name department }';

/** A question of an account that gives no purpose. */
async function ask(username: string, query: string) {
  const { context, calls } = casework({ envelope: user(username, null) });
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  expect([errors, calls, context.auditRecords]).toEqual([[], [], []]);
  return JSON.parse(JSON.stringify(data)) as unknown;
}

describe('me', () => {
  it.each<[string, object]>([
    [
      'proc.li',
      {
        roles: ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'],
        staffNo: 'JC0001',
        agency: { agencyCode: 'PROC-379999', name: '虚构县人民检察院', department: 'PROCURATORATE' },
      },
    ],
    ['party.zheng', { roles: ['party'], staffNo: null, agency: null }],
  ])('%s, for no purpose, asking nobody', async (username, expected) => {
    expect(await ask(username, `{ me { ${FIELDS} } }`)).toEqual({ me: { displayName: username, ...expected } });
  });

  it.each([
    ['proc.li', { displayName: 'proc.li', staffNo: 'JC0001' }],
    ['proc.chen', null],
    ['', null],
    ['constructor', null],
  ])('referred to as %j is the account that asks, and no other', async (displayName, expected) => {
    const query = `{ _entities(representations: [{ __typename: "Me", displayName: "${displayName}" }]) { ... on Me { displayName staffNo } } }`;
    expect(await ask('proc.li', query)).toEqual({ _entities: [expected] });
  });
});
