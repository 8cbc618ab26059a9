import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { askAll, call, QUESTIONS, start } from '#tests/court-12368/harness.ts';
import { CASE_1, CASE_5, CASE_9, CASE_12, number } from '#tests/court-12368/numbers.ts';

const UNKNOWN = number('（2025）鲁9999刑初999999号');

describe('case 1, field by field', () => {
  it('facts for decisions', async () => {
    const { court } = await start();
    expect(await court.caseFacts([CASE_1], call)).toEqual(
      new Map([
        [
          CASE_1,
          {
            courtCaseNo: CASE_1,
            agencyCode: 'COURT-379999',
            sealed: false,
            labelled: false,
            assignments: [
              { staffNo: 'FY0001', function: 'PRESIDING_JUDGE' },
              { staffNo: 'FY0005', function: 'JUDGE' },
              { staffNo: 'FY0006', function: 'ASSESSOR' },
              { staffNo: 'FY0003', function: 'CLERK' },
            ],
            recusedStaffNos: [],
          },
        ],
      ]),
    );
  });

  it('the case with panel and clerk', async () => {
    const { court } = await start();
    expect((await court.casesByNumber([CASE_1], call)).get(CASE_1)).toEqual({
      courtCaseNo: CASE_1,
      rawNumber: '（2025）鲁9999刑初999901号',
      status: 'SCHEDULED',
      procedure: 'ORDINARY',
      cause: { scheme: 'COURT-12368-AY', code: 'X0264', name: '盗窃罪' },
      docketedOn: '2025-05-29',
      trialLimitOn: '2025-07-29',
      effectiveOn: null,
      panel: [
        { staffNo: 'FY0001', displayName: '林拟审', title: '审判长' },
        { staffNo: 'FY0005', displayName: '方拟议', title: '审判员' },
        { staffNo: 'FY0006', displayName: '孟拟陪', title: '人民陪审员' },
      ],
      clerk: { staffNo: 'FY0003', displayName: '苏拟录', title: '书记员' },
    });
  });

  it('the closed hearing, and the power of attorney of one defendant', async () => {
    const { court } = await start();
    expect((await court.hearingsByCase([CASE_1], call)).get(CASE_1)).toEqual([
      { hearingUid: 'KT-9999-2025-000001', startsAt: '2025-06-24T09:00:00+08:00', room: '第三法庭', open: false },
    ]);
    expect((await court.representationsByCase([CASE_1], call)).get(CASE_1)).toEqual([
      {
        partyKey: '1',
        kind: 'RETAINED',
        lawyer: { licenceNo: '13799202010999001', name: '何拟辩' },
        from: '2025-06-03',
        to: null,
      },
    ]);
  });
});

describe('the other cases', () => {
  it('5: one judge, an open hearing, nobody represented', async () => {
    const { court } = await start();
    const [facts, cases, hearings, representations] = await askAll(court, [CASE_5]);
    expect(facts?.get(CASE_5)).toMatchObject({
      assignments: [
        { staffNo: 'FY0001', function: 'JUDGE' },
        { staffNo: 'FY0003', function: 'CLERK' },
      ],
    });
    expect(cases?.get(CASE_5)).toMatchObject({
      docketedOn: '2025-06-03',
      trialLimitOn: '2025-12-03',
      procedure: 'ORDINARY',
    });
    expect(hearings?.get(CASE_5)).toMatchObject([{ startsAt: '2025-06-26T14:30:00+08:00', open: true }]);
    expect(representations?.get(CASE_5)).toEqual([]);
  });

  it('9: who was recused is on record, and on the panel no more', async () => {
    const { court } = await start();
    const facts = (await court.caseFacts([CASE_9], call)).get(CASE_9);
    expect(facts?.recusedStaffNos).toEqual(['FY0001']);
    expect(facts?.assignments.map(({ staffNo }) => staffNo)).toEqual(['FY0002', 'FY0005']);
    const record = (await court.casesByNumber([CASE_9], call)).get(CASE_9);
    expect(record?.panel.map(({ staffNo }) => staffNo)).toEqual(['FY0002', 'FY0005']);
    expect(record?.effectiveOn).toBeNull();
  });

  it('12: in half-width brackets, and found by its canonical number', async () => {
    const { court } = await start();
    const record = (await court.casesByNumber([CASE_12], call)).get(CASE_12);
    expect(record).toMatchObject({
      courtCaseNo: CASE_12,
      rawNumber: '(2025)鲁9999刑初999912号',
      status: 'EFFECTIVE',
      effectiveOn: '2025-05-27',
      clerk: null,
    });
  });

  it('a seal and a label come through', async () => {
    const [row] = court12368Rows();
    const { court } = await start({ rows: row ? [{ ...row, SFFC: '1', MJ: '2' }] : [] });
    expect((await court.caseFacts([CASE_1], call)).get(CASE_1)).toMatchObject({ sealed: true, labelled: true });
  });
});

describe('what is asked', () => {
  it.each(QUESTIONS)('%s: a number that the court does not know is not in the map', async (question) => {
    const { court } = await start();
    expect([...(await court[question]([UNKNOWN, CASE_1], call)).keys()]).toEqual([CASE_1]);
    expect(await court[question]([UNKNOWN], call)).toEqual(new Map());
  });

  it.each([
    [1, [CASE_1]],
    [3, [CASE_1, CASE_5, CASE_9]],
    [3, [CASE_1, CASE_5, CASE_9, CASE_1]],
  ])('costs one call a kind for %s numbers', async (_count, numbers) => {
    const { court, simulator } = await start();
    await askAll(court, numbers);
    expect(simulator.calls()).toEqual({ cxAjQx: 1, cxAjXx: 1, cxKtXx: 1, cxWtDl: 1 });
  });

  it('costs nothing for no number', async () => {
    const { court, simulator } = await start();
    expect(await court.caseFacts([], call)).toEqual(new Map());
    expect(simulator.calls()).toEqual({});
  });

  it('goes in lists of at most 50', async () => {
    const [row] = court12368Rows();
    const numbers = Array.from({ length: 101 }, (_, index) => number(`（2025）鲁9999刑初${800_001 + index}号`));
    const { court, simulator } = await start({ rows: row ? numbers.map((AH) => ({ ...row, AH })) : [] });
    expect([...(await court.casesByNumber(numbers, call)).keys()]).toEqual(numbers);
    expect(simulator.calls()).toEqual({ cxAjXx: 3 });
  });

  it('is answered by ping as well, which counts by itself', async () => {
    const { court, simulator } = await start();
    await court.ping(call);
    expect(simulator.calls()).toEqual({ cxXtSj: 1 });
  });
});

it('no identity number, phone or party’s name leaves through the port, though the system sends them', async () => {
  const rows = court12368Rows();
  const secrets = Object.values(PEOPLE).flatMap(({ name, idNumber, phone }) => [name, idNumber, phone ?? name]);
  const { court } = await start({ rows });
  const answers = await askAll(court, [CASE_1, CASE_5, CASE_9, CASE_12]);
  const given = JSON.stringify(answers.map((answer) => [...answer]));
  expect(JSON.stringify(rows)).toContain(PEOPLE.zhang.idNumber);
  expect(secrets.filter((secret) => given.includes(secret))).toEqual([]);
});
