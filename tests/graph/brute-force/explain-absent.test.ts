import { describe, expect, it } from '@jest/globals';
import { PURPOSE_OF, USERS } from '#tests/graph/brute-force/world-seven.ts';
import { callsDuring } from '#tests/graph/questions/questions.ts';
import { as, codesOf } from '#tests/harness/ask.ts';

const officer = as('officer.security', { purpose: 'AUDIT_SECURITY' });
const WHY = `query Why($user: String!, $purpose: Purpose!, $case: ID!) {
  explainAccess(user: $user, field: "Person.displayName", case: $case, purpose: $purpose) {
    field allowed rule { id text en law } view { id } mask grantUid conditions { id text en holds }
  }
}`;
const WHO = 'query Who($case: ID!) { whoCanSee(field: "Case.kind", case: $case) { user purpose } }';

/** The answer without what is new in each, and the calls that it cost each legacy system. */
async function ask(query: string, variables: object) {
  let told = '';
  const calls = await callsDuring(async () => {
    const { status, text, headers } = await officer.ask({ query, variables: { ...variables } });
    told = `${status} ${text.replaceAll(headers.get('x-request-id') ?? '?', 'ID')}`;
  });
  return { told, calls };
}

/** Numbers that are not there for anybody, or not for the user; the last is allotted to nobody. */
const HIDDEN: readonly (readonly [kind: string, user: string, numbers: readonly string[]])[] = [
  ['caseUid', 'police.wang', ['ZF-2024-000004', 'ZF-2025-000011', 'ZF-2025-000010', 'ZF-2025-999999']],
  ['caseUid', 'party.zheng', ['ZF-2024-000004', 'ZF-2025-000001', 'ZF-2025-999999']],
  [
    'policeCaseNo',
    'police.zhao',
    ['A3799990000002023070004', 'A3799990000002025050099', 'A3799990000002025030001', 'A3799990000002025059999'],
  ],
  [
    'acceptanceNo',
    'proc.chen',
    ['虚检刑诉受〔2024〕379999000004号', '虚检刑诉受〔2025〕379999000011号', '虚检刑诉受〔2025〕379999009999号'],
  ],
  [
    'courtCaseNo',
    'court.zhou',
    ['（2024）鲁9999刑初999904号', '（2025）鲁9999民初999905号', '（2025）鲁9999刑初999999号'],
  ],
];

describe('what nobody may be told of is explained like what does not exist, at the same cost', () => {
  it.each(HIDDEN)('explainAccess by %s, about %s', async (_kind, user, numbers) => {
    const answers = [];
    for (const number of numbers) answers.push(await ask(WHY, { user, purpose: PURPOSE_OF[user], case: number }));
    for (const answer of answers) expect(answer).toEqual(answers.at(-1));
    expect(answers[0]?.told).toContain('deny.not-assigned');
  });

  it.each([
    ['ZF-2024-000004', 'ZF-2025-999999'],
    ['A3799990000002023070004', 'A3799990000002025059999'],
    ['A3799990000002025050099', 'A3799990000002025059999'],
    ['虚检刑诉受〔2024〕379999000004号', '虚检刑诉受〔2025〕379999009999号'],
    ['（2024）鲁9999刑初999904号', '（2025）鲁9999刑初999999号'],
  ])('whoCanSee %s: nobody', async (hidden, unknown) => {
    const answer = await ask(WHO, { case: hidden });
    expect(answer).toEqual(await ask(WHO, { case: unknown }));
    expect(answer.told).toBe('200 {"data":{"whoCanSee":[]}}');
  });
});

it('nobody but a security officer has anything explained', async () => {
  for (const user of USERS.filter((each) => !each.startsWith('officer.security'))) {
    const asker = as(user, { purpose: PURPOSE_OF[user] ?? null });
    for (const query of [
      '{ whoCanSee(field: "Case.kind", case: "ZF-2025-000001") { user } }',
      '{ explainAccess(user: "court.lin", field: "Case.kind", purpose: HANDLE_CASE) { allowed } }',
    ]) {
      const answer = await asker.ask({ query });
      expect({ user, status: answer.status, codes: codesOf(answer) }).toEqual({
        user,
        status: 403,
        codes: ['FORBIDDEN'],
      });
    }
  }
});
