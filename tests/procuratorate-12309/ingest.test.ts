import { describe, expect, it } from '@jest/globals';
import type { IngestedReview } from '#adapters/systems/procuratorate-12309/port.ts';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import type { ReviewRow } from '#simulators/procuratorate-12309/rows.ts';
import { readable } from '#tests/harness/readable.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import {
  ALL,
  ARREST_1,
  LAWYER_HE,
  POLICE_1,
  POLICE_13,
  REVIEW_1,
  REVIEW_6,
  SEALED_4,
  WAITING_13,
} from '#tests/procuratorate-12309/numbers.ts';

const casesWith = (index: number, changes: Partial<ReviewRow>) =>
  procuratorate12309Rows().cases.map((row, place) => (place === index ? { ...row, ...changes } : row));

describe('the pages for ingest', () => {
  it.each([1, 3, 500])('hold every record once, %s at a time', async (limit) => {
    const { procuratorate, simulator } = await start();
    const seen: RecordNo[] = [];
    for (let after: string | null = null; ; ) {
      const page: IngestedReview[] = readable(await procuratorate.page(after, limit, call));
      seen.push(...page.map(({ recordNo }) => recordNo));
      if (page.length < limit) break;
      after = page.at(-1)?.recordKey ?? null;
    }
    expect([...seen].sort()).toEqual([...ALL, WAITING_13].sort());
    expect(simulator.calls()).toEqual({ cxAjFy: Math.floor((ALL.length + 1) / limit) + 1 });
  });

  it('hold what links a record, and the parties with their numbers', async () => {
    const { procuratorate } = await start();
    const reviews = readable(await procuratorate.page(null, 500, call));
    expect(reviews.find(({ recordNo }) => recordNo === ARREST_1)).toEqual({
      ...(await procuratorate.caseFacts([ARREST_1], call)).get(ARREST_1),
      recordKey: '虚检刑捕受[2025]379999000001号',
      ...{ kind: 'ARREST_REVIEW', status: 'DECIDED', caseUid: null, unifiedNo: '37999920250000100' },
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

  it('hold what decisions need, as it is asked by itself', async () => {
    const { procuratorate } = await start();
    const facts = await procuratorate.caseFacts([...ALL, WAITING_13], call);
    for (const row of readable(await procuratorate.page(null, 500, call))) {
      expect(row).toMatchObject(facts.get(row.recordNo) as object);
    }
    expect(facts.get(REVIEW_1)?.counsel).toEqual([
      { licenceNo: LAWYER_HE, partyKey: '01', name: '何拟辩', from: '2025-04-08' },
    ]);
  });

  it('hold what nobody has accepted yet, by its own key', async () => {
    const { procuratorate } = await start();
    const rows = readable(await procuratorate.page(null, 500, call));
    expect(rows.filter(({ kind }) => kind === 'INCOMING_TRANSFER')).toEqual([
      {
        ...(await procuratorate.caseFacts([WAITING_13], call)).get(WAITING_13),
        recordKey: WAITING_13,
        ...{ kind: 'INCOMING_TRANSFER', status: 'DELIVERED', caseUid: null, unifiedNo: null },
        linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: POLICE_13, raw: POLICE_13 }],
        parties: [ingested('01', '韩拟戌', '379999199512120238', false)],
      },
    ]);
  });

  it('say of each record how it stands', async () => {
    const { procuratorate } = await start();
    const rows = readable(await procuratorate.page(null, 500, call));
    expect(Object.fromEntries(rows.map(({ recordNo, status }) => [recordNo.slice(-7, -1), status]))).toMatchObject({
      ...{ '000001': 'DECIDED', '000002': 'DECIDED', '000007': 'ACCEPTED', '000011': 'DECIDED' },
      ...{ '000013': 'RETURNED', '000016': 'UNDER_REVIEW', '000010': 'DECIDED' },
    });
  });

  it('flag a seal, and give no number of a protected person', async () => {
    const { procuratorate } = await start();
    const reviews = readable(await procuratorate.page(null, 500, call));
    expect(reviews.filter(({ sealed }) => sealed).map(({ recordNo }) => recordNo)).toEqual([SEALED_4]);
    const parties = reviews.find(({ recordNo }) => recordNo === REVIEW_6)?.parties;
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
    const reviews = readable(await procuratorate.page(null, 500, call));
    expect(reviews.find(({ recordNo }) => recordNo === ARREST_1)).toMatchObject({
      labelled: true,
      assignments: [],
      linkedNumbers: [],
      parties: [],
    });
  });

  it('keep a number that cannot be read as it was written, and no identity number that fails its check', async () => {
    const [first] = procuratorate12309Rows().cases;
    const RY = first?.RY.map((person) => ({ ...person, SFZHM: '379999198506120131' })) ?? [];
    const { procuratorate } = await start({ rows: { cases: casesWith(0, { FYAH: '鲁9999刑初1', RY }) } });
    const review = readable(await procuratorate.page(null, 500, call)).find(({ recordNo }) => recordNo === ARREST_1);
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
