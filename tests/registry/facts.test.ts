import { describe, expect, it } from '@jest/globals';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { contract, theft, withRegistry } from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const FIFTEEN_MINUTES = 15 * 60_000;
const opened = withRegistry();

describe('remembered facts', () => {
  const facts: KnownFacts = {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: '（2025）鲁9999刑初999901号',
    sealed: false,
    labelled: false,
    assignments: [{ staffNo: 'FY0001', function: 'PRESIDING_JUDGE' }],
    recusedStaffNos: [],
    live: true,
  };
  const remembered = { ...facts, live: false };

  it('come back as they were stated, but not live', async () => {
    const other = { ...facts, recordNo: '（2025）鲁9999刑初999902号' };
    await opened.registry.saveFacts(theft.caseUid, [facts, other]);
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([
      remembered,
      { ...other, live: false },
    ]);
    expect(await opened.registry.factsOf(contract.caseUid, FIFTEEN_MINUTES)).toEqual([]);
    expect(opened.registry.countLookups()).toEqual({ saveFacts: 1, factsOf: 2 });
  });

  it('are replaced by what the owner states next', async () => {
    await opened.registry.saveFacts(theft.caseUid, [facts]);
    await opened.registry.saveFacts(theft.caseUid, [{ ...facts, assignments: [] }]);
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([{ ...remembered, assignments: [] }]);
  });

  it('lapse', async () => {
    await opened.registry.saveFacts(theft.caseUid, [facts]);
    await age('14 minutes 50 seconds');
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([remembered]);
    await age('10 seconds');
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([]);
  });

  it.each([
    ['a recusal', { recusedStaffNos: ['FY0001'] }],
    ['a seal', { sealed: true }],
    ['a label', { labelled: true }],
  ])('keep %s for ever, without what could open the case', async (_label, closing) => {
    await opened.registry.saveFacts(theft.caseUid, [{ ...facts, ...closing }]);
    await age('3 years');
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([
      { ...remembered, ...closing, agencyCode: '', assignments: [], lapsed: true },
    ]);
  });

  it('hold nothing about the parties, whatever an owner sends along', async () => {
    const talkative = { ...facts, defendant: '张拟甲', assignments: [{ ...facts.assignments[0], name: '林拟审' }] };
    await opened.registry.saveFacts(theft.caseUid, [talkative as unknown as KnownFacts]);
    expect(await opened.registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([remembered]);
    expect(await dump(opened.url)).not.toMatch(/张拟甲|林拟审/);
  });

  const age = (by: string) =>
    sql(opened.url, 'UPDATE registry.decision_facts SET fetched_at = fetched_at - $1::interval', [by]);
});
