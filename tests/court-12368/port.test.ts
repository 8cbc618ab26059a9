import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { askAll, call, QUESTION_NAMES, QUESTIONS, start } from '#tests/court-12368/harness.ts';
import { ALL, CASE_1, CASE_5, CASE_9, LAWYER_HE, number } from '#tests/court-12368/numbers.ts';

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
            counsel: [{ licenceNo: LAWYER_HE, partyKey: '1' }],
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
      agencyCode: 'COURT-379999',
      status: 'SCHEDULED',
      procedure: 'ORDINARY',
      cause: { scheme: 'CRIMINAL-CAUSE', code: '264', name: '盗窃罪' },
      docketedOn: '2025-05-29',
      trialLimitOn: '2025-07-29',
      effectiveOn: null,
      precededBy: null,
      panel: [
        { staffNo: 'FY0001', displayName: '林拟审', title: '审判长' },
        { staffNo: 'FY0005', displayName: '方拟议', title: '审判员' },
        { staffNo: 'FY0006', displayName: '孟拟陪', title: '人民陪审员' },
      ],
      clerk: { staffNo: 'FY0003', displayName: '苏拟录', title: '书记员' },
      mediator: null,
    });
  });

  it('the closed hearing, and the power of attorney of one defendant', async () => {
    const { court } = await start();
    expect((await court.hearingsByCase([CASE_1], call)).get(CASE_1)).toEqual([
      {
        hearingUid: 'KT-9999-2025-000001',
        kind: { scheme: 'COURT-12368-HEARING', code: '01', name: '开庭审理' },
        startsAt: '2025-06-24T09:00:00+08:00',
        room: '第三法庭',
        open: false,
      },
    ]);
    expect((await court.representationsByCase([CASE_1], call)).get(CASE_1)).toEqual([
      {
        partyKey: '1',
        kind: 'RETAINED',
        lawyer: { licenceNo: LAWYER_HE, name: '何拟辩' },
        from: '2025-06-03',
        to: null,
      },
    ]);
  });
});

describe('what is asked', () => {
  it.each(QUESTION_NAMES)('%s: a number that the court does not know is not in the map', async (question) => {
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
    expect(simulator.calls()).toEqual(Object.fromEntries(Object.values(QUESTIONS).map((name) => [name, 1])));
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

it('names, identity numbers and phones of parties leave through no question but those for parties, documents and pages', async () => {
  const rows = court12368Rows();
  const secrets = Object.values(PEOPLE).flatMap(({ name, idNumber, phone }) => [name, idNumber, phone ?? name]);
  const { court } = await start({ rows });
  const others = QUESTION_NAMES.filter((question) => question !== 'partiesByCase' && question !== 'documentsByCase');
  const answers = await askAll(court, ALL, others);
  const given = JSON.stringify(answers.map((answer) => [...answer]));
  expect(JSON.stringify(rows)).toContain(PEOPLE.zhang.idNumber);
  expect(secrets.filter((secret) => given.includes(secret))).toEqual([]);
});
