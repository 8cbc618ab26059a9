import { describe, expect, it } from '@jest/globals';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';
import type { ReviewRow } from '#simulators/procuratorate-12309/rows.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import { ALL, ARREST_1, POLICE_1, REVIEW_1, REVIEW_6, SEALED_4 } from '#tests/procuratorate-12309/numbers.ts';

const casesWith = (index: number, changes: Partial<ReviewRow>) =>
  procuratorate12309Rows().cases.map((row, place) => (place === index ? { ...row, ...changes } : row));

describe('the pages for ingest', () => {
  it.each([1, 3, 500])('hold every record once, %s at a time', async (limit) => {
    const { procuratorate, simulator } = await start();
    const seen: AcceptanceNo[] = [];
    for (let after: AcceptanceNo | null = null; ; ) {
      const page = await procuratorate.page(after, limit, call);
      seen.push(...page.map(({ acceptanceNo }) => acceptanceNo));
      if (page.length < limit) break;
      after = seen.at(-1) ?? null;
    }
    expect([...seen].sort()).toEqual([...ALL].sort());
    expect(simulator.calls()).toEqual({ cxAjFy: Math.floor(ALL.length / limit) + 1 });
  });

  it('hold what links a record, and the parties with their numbers', async () => {
    const { procuratorate } = await start();
    const reviews = await procuratorate.page(null, 500, call);
    expect(reviews.find(({ acceptanceNo }) => acceptanceNo === ARREST_1)).toEqual({
      acceptanceNo: ARREST_1,
      unifiedNo: '37999920250000100',
      kind: 'ARREST_REVIEW',
      agencyCode: 'PROC-379999',
      sealed: false,
      labelled: false,
      linkedNumbers: [
        { kind: 'POLICE_CASE_NO', number: POLICE_1, raw: POLICE_1 },
        { kind: 'ACCEPTANCE_NO', number: REVIEW_1, raw: '虚检刑诉受[2025]379999000011号' },
      ],
      parties: [
        ingested('01', '张拟甲', '379999198506120130', false),
        ingested('02', '李拟乙', '379999199208180164', false),
        ingested('03', '王拟丙', '379999200803020152', true),
        {
          ...ingested('04', '赵拟丁', '159999199505240185', null),
          role: 'VICTIM',
          legalStatus: 'NOT_APPLICABLE',
        },
      ],
    });
  });

  it('flag a seal, and give no number of a protected person', async () => {
    const { procuratorate } = await start();
    const reviews = await procuratorate.page(null, 500, call);
    expect(reviews.filter(({ sealed }) => sealed).map(({ acceptanceNo }) => acceptanceNo)).toEqual([SEALED_4]);
    const parties = reviews.find(({ acceptanceNo }) => acceptanceNo === REVIEW_6)?.parties;
    expect(
      parties?.map(({ displayName, protectedIdentity, idNumber }) => [displayName, protectedIdentity, idNumber]),
    ).toEqual([
      ['卫拟戊', false, '379999199104050314'],
      ['被害人甲', true, null],
      ['证人甲', true, null],
    ]);
  });

  it('hold nothing but flags of a labelled record', async () => {
    const { procuratorate } = await start({ rows: { cases: casesWith(0, { MJ: '2' }) } });
    const reviews = await procuratorate.page(null, 500, call);
    expect(reviews.find(({ acceptanceNo }) => acceptanceNo === ARREST_1)).toMatchObject({
      labelled: true,
      linkedNumbers: [],
      parties: [],
    });
  });

  it('keep a number that cannot be read as it was written, and no identity number that fails its check', async () => {
    const [first] = procuratorate12309Rows().cases;
    const RY = first?.RY.map((person) => ({ ...person, SFZHM: '379999198506120131' })) ?? [];
    const { procuratorate } = await start({ rows: { cases: casesWith(0, { FYAH: '鲁9999刑初1', RY }) } });
    const [review] = await procuratorate.page(null, 1, call);
    expect(review?.linkedNumbers).toContainEqual({ kind: 'COURT_CASE_NO', number: null, raw: '鲁9999刑初1' });
    expect(review?.parties.map(({ idNumber }) => idNumber)).toEqual([null, null, null, null]);
  });

  it.each([0, 501, 1.5, Number.NaN])('are not asked for with a limit of %s', async (limit) => {
    const { procuratorate, simulator } = await start();
    await expect(procuratorate.page(null, limit, call)).rejects.toThrow(RangeError);
    expect(simulator.calls()).toEqual({});
  });
});

function ingested(partyKey: string, displayName: string, idNumber: string, minorAtOffence: boolean | null) {
  return {
    partyKey,
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'SUSPECT',
    displayName,
    protectedIdentity: false,
    minorAtOffence,
    idNumber,
  };
}
