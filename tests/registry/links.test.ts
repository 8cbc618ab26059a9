import { beforeEach, describe, expect, it } from '@jest/globals';
import { caseOf, partiesOf, party, police, review, toPolice, toReview, withWriter } from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const ONE = 'ZF-2025-000001';
const TWO = 'ZF-2025-000002';
const opened = withWriter();
const numbersOf = async (caseUid: string) => (await caseOf(opened, caseUid))?.numbers.map(({ number }) => number);
const namesOf = async (caseUid: string) => (await partiesOf(opened, caseUid)).map(({ displayName }) => displayName);
const R1 = { kind: 'ACCEPTANCE_NO', number: 'R1' } as const;
const withdraw = () => opened.writer.withdrawLink({ ...R1, by: 'PT0001', why: 'another case' });

beforeEach(async () => {
  await opened.writer.ingestRecords('police', [
    police('A1', { caseUid: ONE, parties: [party('A1#1', '张拟甲')] }),
    police('A2', { caseUid: TWO }),
  ]);
});

describe('a link that is withdrawn', () => {
  const wrong = review('R1', { ...toPolice('A1'), parties: [party('R1#1', '李拟乙')] });

  it('takes with it what came in by it, and is kept with who and why', async () => {
    await opened.writer.ingestRecords('12309', [wrong]);
    expect(await namesOf(ONE)).toEqual(['张拟甲', '李拟乙']);
    expect(await withdraw()).toBe(ONE);
    expect(await numbersOf(ONE)).toEqual(['A1']);
    expect(await namesOf(ONE)).toEqual(['张拟甲']);
    expect((await opened.registry.factsOf(ONE, 60_000)).map(({ recordNo }) => recordNo)).toEqual(['A1']);
    expect((await caseOf(opened, ONE))?.currentStage).toBe('INVESTIGATION');
    expect(
      await sql(
        opened.url,
        `SELECT number, case_uid, provenance, withdrawn_by AS by, withdrawn_why AS why
           FROM registry.case_numbers WHERE withdrawn_at IS NOT NULL`,
      ),
    ).toEqual([{ number: 'R1', case_uid: ONE, provenance: '12309', by: 'PT0001', why: 'another case' }]);
  });

  it('is not brought back, neither by its record, nor by another, nor when it is found', async () => {
    await opened.writer.ingestRecords('12309', [wrong]);
    await withdraw();
    expect(await opened.writer.ingestRecords('12309', [wrong])).toMatchObject({ written: 0, leftOut: 1 });
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE, ...toReview('R1') })]);
    expect(await opened.writer.attachFoundLink(ONE, { ...R1, facts: null, parties: [] }, 'found')).toBe(false);
    expect(await numbersOf(ONE)).toEqual(['A1']);
  });

  it('leaves its number to the right case', async () => {
    await opened.writer.ingestRecords('12309', [wrong]);
    await withdraw();
    await opened.writer.ingestRecords('12309', [{ ...wrong, ...toPolice('A2') }]);
    expect([await numbersOf(ONE), await numbersOf(TWO)]).toEqual([['A1'], ['A2', 'R1']]);
    expect(await namesOf(TWO)).toEqual(['李拟乙']);
  });

  it('that there never was is null', async () => {
    expect(await withdraw()).toBeNull();
  });
});

describe('a link that is found', () => {
  const found = { ...R1, facts: review('R1').facts, parties: [party('R1#1', '李拟乙')] };

  it('is kept with its provenance, its facts and its parties', async () => {
    expect(await opened.writer.attachFoundLink(ONE, found, '12309, on demand')).toBe(true);
    expect(await numbersOf(ONE)).toEqual(['A1', 'R1']);
    expect(await namesOf(ONE)).toEqual(['张拟甲', '李拟乙']);
    expect(await opened.registry.factsOf(ONE, 60_000)).toMatchObject([{ recordNo: 'A1' }, { recordNo: 'R1' }]);
    expect(await sql(opened.url, "SELECT provenance FROM registry.case_numbers WHERE number = 'R1'")).toEqual([
      { provenance: '12309, on demand' },
    ]);
  });

  it('may be a number alone; the next sync fills it', async () => {
    expect(await opened.writer.attachFoundLink(ONE, { ...R1, facts: null, parties: [] }, 'found')).toBe(true);
    expect(await opened.writer.attachFoundLink(ONE, { ...R1, facts: null, parties: [] }, 'found')).toBe(true);
    await opened.writer.ingestRecords('12309', [review('R1', { parties: found.parties })]);
    expect([await numbersOf(ONE), await namesOf(ONE)]).toEqual([
      ['A1', 'R1'],
      ['张拟甲', '李拟乙'],
    ]);
  });

  it('of another case stays there, and is noted', async () => {
    await opened.writer.ingestRecords('12309', [review('R1', toPolice('A2'))]);
    expect(await opened.writer.attachFoundLink(ONE, found, 'found')).toBe(false);
    expect([await numbersOf(ONE), await numbersOf(TWO)]).toEqual([['A1'], ['A2', 'R1']]);
    expect(await opened.registry.noticesOf(TWO)).toMatchObject([{ agencyCode: 'PROC-379999', field: 'ACCEPTANCE_NO' }]);
  });

  it('to a labelled record is refused with an alert', async () => {
    const secret = { ...found, facts: { ...found.facts, labelled: true } };
    expect(await opened.writer.attachFoundLink(ONE, secret, 'found')).toBe(false);
    expect(await dump(opened.url)).not.toContain('R1');
    expect(await sql(opened.url, 'SELECT rule, system, count FROM registry.alerts')).toEqual([
      { rule: 'ingest.labelled', system: '12309', count: 1 },
    ]);
  });
});

describe('a search for links', () => {
  it('is remembered for as long as one asks', async () => {
    expect(await opened.registry.searchedSince(ONE, 'ACCEPTANCE_NO', 60_000)).toBe(false);
    await opened.registry.noteSearch(ONE, 'ACCEPTANCE_NO');
    await opened.registry.noteSearch(ONE, 'ACCEPTANCE_NO');
    expect(await opened.registry.searchedSince(ONE, 'ACCEPTANCE_NO', 60_000)).toBe(true);
    expect(await opened.registry.searchedSince(ONE, 'COURT_CASE_NO', 60_000)).toBe(false);
    await sql(opened.url, "UPDATE registry.link_searches SET searched_at = now() - interval '61 seconds'");
    expect(await opened.registry.searchedSince(ONE, 'ACCEPTANCE_NO', 60_000)).toBe(false);
  });
});
