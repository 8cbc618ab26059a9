import { expect, it } from '@jest/globals';
import { casework, demoWorld } from '#subgraphs/casework/casework.fixture.ts';
import type { DataQualityNotice } from '#subgraphs/casework/registry/registry.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const notice = (agencyCode: string, field: string): DataQualityNotice => ({
  ...{ agencyCode, field, department: 'COURT', system: 'police', notedAt: '2025-06-16T09:00:00+08:00' },
});
const NOTICES = [
  notice('COURT-379999', 'displayName'),
  notice('PROC-379999', 'APPEAL'),
  notice('COURT-379999', 'TRIAL_LIMIT'),
];

/** The fields noticed of case 1, or of what is asked of each notice. */
async function ask(username: string, fields = 'field') {
  const { context } = casework({ ...demoWorld(1, username), notices: NOTICES });
  const query = `{ case(caseUid: "ZF-2025-000001") { dataQuality { ${fields} } } }`;
  const { data, errors } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  expect(errors).toBeUndefined();
  return (data?.case as { dataQuality: Record<string, unknown>[] } | null)?.dataQuality ?? null;
}

it.each([
  ['court.lin', ['displayName', 'TRIAL_LIMIT']],
  ['proc.li', ['APPEAL']],
  ['police.wang', []],
  ['lawyer.he', []],
])('%s is told of the facts of the own agency alone', async (username, fields) => {
  expect((await ask(username))?.map(({ field }) => field)).toEqual(fields);
});

it('a notice says whose fact, by which system, what and when', async () => {
  expect((await ask('proc.li', 'agency { name } system field notedAt'))?.[0]).toEqual({
    ...{ agency: { name: '虚构县人民检察院' }, system: 'police', field: 'APPEAL' },
    notedAt: '2025-06-16T09:00:00+08:00',
  });
});

it('whoever may not see the case is told of nothing', async () => {
  expect(await ask('court.zhou')).toBeNull();
});
