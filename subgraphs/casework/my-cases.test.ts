import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import { CASE, casework, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { MAX_CASES, myCases } from '#subgraphs/casework/my-cases.ts';

/** This many cases of 2025, each with one court record of its own. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...CASE,
    caseUid: `ZF-2025-${String(index + 1).padStart(6, '0')}`,
    numbers: [{ kind: 'COURT_CASE_NO', number: `（2025）鲁9999刑初${index + 1}号` }] as const,
  }));
const factsOf = (rows: ReturnType<typeof many>, handled = (_index: number) => true) => ({
  '12368': rows.map(({ numbers: [{ number }] }, index) =>
    courtFacts({ recordNo: number, ...(!handled(index) && { assignments: [] }) }),
  ),
});
async function list(world: World, page: Partial<Parameters<typeof myCases>[1]> = {}) {
  const { context, calls } = casework(world);
  const found = await myCases(context, { stage: null, first: 20, after: null, ...page }).catch((error: Error) => error);
  return { found: found instanceof Error ? found : found.map(({ row }) => row.caseUid), calls, context };
}

describe('one’s own cases', () => {
  const rows = many(100);
  it.each([1, 20, 100])('%d cost a look-up and a call for each fifty', async (first) => {
    const { found, calls } = await list({ rows, facts: factsOf(rows) }, { first });
    expect(found).toEqual(rows.slice(0, first).map(({ caseUid }) => caseUid));
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'holder FY0001,COURT-379999,sub-of-lin',
      ...Array.from({ length: Math.ceil(first / 50) }, () => '12368 facts'),
    ]);
  });

  it('begin after one, at one stage', async () => {
    const { found, calls } = await list(
      { rows, facts: factsOf(rows) },
      { first: 2, after: 'zf-2025-000007', stage: 'FIRST_INSTANCE' },
    );
    expect(found).toEqual(['ZF-2025-000008', 'ZF-2025-000009']);
    expect(calls[0]).toMatch(/ FIRST_INSTANCE 2 ZF-2025-000007$/);
  });

  it('are those that are the caller’s still: what the registry remembers is decided anew, and is on record', async () => {
    const few = many(3);
    const { found, context } = await list({ rows: few, facts: factsOf(few, (index) => index !== 1) });
    expect(found).toEqual(['ZF-2025-000001', 'ZF-2025-000003']);
    expect(context.auditRecords.map(({ rule }) => rule)).toEqual([
      'permit.court-handler',
      'deny.not-assigned',
      'permit.court-handler',
    ]);
  });

  it.each<[string, object]>([
    ['none', { first: 0 }],
    ['fewer than none', { first: -1 }],
    ['more than a page', { first: MAX_CASES + 1 }],
    ['after what is no case', { after: '379999198506120130' }],
  ])('%s: refused, without a question to anybody', async (_what, page) => {
    const { found, calls } = await list({}, page);
    expect(found).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(`${found}`).not.toContain('379999198506120130');
    expect(calls).toEqual([]);
  });
});

describe('a party’s own cases', () => {
  const envelope = user('party.zheng');
  it('are those in which the person behind the account is', async () => {
    const parties = [party('寅', { personUid: 'P-zheng', keys: [] })];
    const { found, calls } = await list({ envelope, parties, person: 'P-zheng' });
    expect(found).toEqual([CASE.caseUid]);
    expect(calls.slice(0, 2)).toEqual([
      'account https://issuer.test/realms/zhengfa sub-of-party.zheng',
      'person P-zheng null 20 null',
    ]);
  });

  it('are none while nobody has checked who it is', async () => {
    const { found, calls } = await list({ envelope });
    expect(found).toEqual([]);
    expect(calls).toHaveLength(1);
  });
});
