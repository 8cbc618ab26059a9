import { beforeEach, describe, expect, it } from '@jest/globals';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { police, withWriter } from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const FIFTEEN_MINUTES = 15 * 60_000;
const ONE = 'ZF-2025-000001';
const TWO = 'ZF-2025-000002';
const opened = withWriter();

/** Two cases, of whose records nothing is remembered. */
beforeEach(async () => {
  await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE }), police('A2', { caseUid: TWO })]);
  await sql(opened.url, 'DELETE FROM registry.decision_facts');
});

describe('remembered facts', () => {
  const facts: KnownFacts = {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: '（2025）鲁9999刑初999901号',
    sealed: false,
    labelled: false,
    assignments: [{ holder: 'FY0001', function: 'PRESIDING_JUDGE', partyKey: null }],
    recusedStaffNos: [],
    live: true,
  };
  const remembered = { ...facts, live: false };

  it('come back as they were stated, but not live', async () => {
    const other = { ...facts, recordNo: '（2025）鲁9999刑初999902号' };
    await opened.registry.saveFacts(ONE, [facts, other]);
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([remembered, { ...other, live: false }]);
    expect(await opened.registry.factsOf(TWO, FIFTEEN_MINUTES)).toEqual([]);
    expect(opened.registry.countLookups()).toEqual({ saveFacts: 1, factsOf: 2 });
  });

  it('are replaced by what the owner states next', async () => {
    await opened.registry.saveFacts(ONE, [facts]);
    await opened.registry.saveFacts(ONE, [{ ...facts, assignments: [] }]);
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([{ ...remembered, assignments: [] }]);
  });

  it('lapse', async () => {
    await opened.registry.saveFacts(ONE, [facts]);
    await age('14 minutes 50 seconds');
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([remembered]);
    await age('10 seconds');
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([]);
  });

  it.each([
    ['a recusal', { recusedStaffNos: ['FY0001'] }],
    ['a seal', { sealed: true }],
    ['a label', { labelled: true }],
  ])('keep %s for ever, without what could open the case', async (_label, closing) => {
    await opened.registry.saveFacts(ONE, [{ ...facts, ...closing }]);
    await age('3 years');
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([
      { ...remembered, ...closing, agencyCode: '', assignments: [], lapsed: true },
    ]);
  });

  it('that say sealed seal the case at once, for whoever asks next, and never open it', async () => {
    const sealed = async () => {
      const known = await opened.registry.casesByNumbers('CASE_UID', [ONE, TWO]);
      return [ONE, TWO].map((caseUid) => known.get(caseUid)?.sealed);
    };
    await opened.registry.saveFacts(ONE, [facts, { ...facts, recordNo: 'A1', sealed: true }]);
    expect(await sealed()).toEqual([true, false]);
    await opened.registry.saveFacts(ONE, [facts, { ...facts, recordNo: 'A1' }]);
    expect(await sealed()).toEqual([true, false]);
    expect(opened.registry.countLookups()).toMatchObject({ saveFacts: 2 });
  });

  it('hold nothing about the parties, whatever an owner sends along', async () => {
    const talkative = {
      ...facts,
      defendant: '张拟甲',
      assignments: [{ ...facts.assignments[0], partyKey: '李拟乙', name: '林拟审' }],
    };
    await opened.registry.saveFacts(ONE, [talkative as unknown as KnownFacts]);
    expect(await opened.registry.factsOf(ONE, FIFTEEN_MINUTES)).toEqual([remembered]);
    expect(await dump(opened.url)).not.toMatch(/张拟甲|李拟乙|林拟审/);
  });

  const age = (by: string) =>
    sql(opened.url, 'UPDATE registry.decision_facts SET fetched_at = fetched_at - $1::interval', [by]);
});
