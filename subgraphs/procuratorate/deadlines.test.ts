import { describe, expect, it } from '@jest/globals';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  ARREST_1,
  ARREST_2,
  arrestReview,
  type Kept,
  PROSECUTION_1,
  PROSECUTION_3,
  PROSECUTION_6,
  prosecutionReview,
  RECORDS,
  transfer,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

async function rows(name: string, caseNo: number, recordNos: readonly string[], changed: Partial<Kept> = {}) {
  const records = RECORDS.map((each) => (each.facts.recordNo === recordNos[0] ? { ...each, ...changed } : each));
  const system = procuratorate({ records });
  const own = recordNos.map((recordNo) => `${recordNo}#1`);
  const deadlines = await request(system, asker(name), foundFor(name, caseNo, own)).askRows('deadlines', recordNos);
  const lines = deadlines.map(({ code, partyKey, dueOn, state, differs }) =>
    [code, `${partyKey ?? ''}`.split('#')[1] ?? '-', dueOn, state, ...(differs ? ['differs'] : [])].join(' '),
  );
  return { lines, calls: system.calls, deadlines };
}

const RECEIPTS_2 = ['1', '2', '3'].map((party) => `CR-RECEIPT ${party} 2025-06-18 DUE_SOON`);

describe('of WORLD’s cases on 2025-06-16', () => {
  it('case 2: the review is done in time, receipts are due 06-18', async () => {
    const { lines, calls, deadlines } = await rows('proc.chen', 2, [ARREST_2]);
    expect(lines).toEqual(['CR-ARREST-REVIEW - 2025-06-16 MET', ...RECEIPTS_2]);
    expect(deadlines[0]).toMatchObject({ basis: expect.stringContaining('刑事诉讼法第91条'), startsOn: '2025-06-09' });
    expect(calls).toEqual(['arrest reviews 1', 'transfers 1']);
  });

  it('case 1: nobody waits for receipts of a case that was referred', async () => {
    const { lines, calls } = await rows('proc.li', 1, [ARREST_1, PROSECUTION_1]);
    expect(lines).toEqual([
      'CR-ARREST-REVIEW - 2025-03-14 MET',
      'CR-RECEIPT 1 2025-03-17 STOPPED',
      'CR-RECEIPT 2 2025-03-17 STOPPED',
      'CR-REVIEW - 2025-06-06 MET',
    ]);
    expect(calls.toSorted()).toEqual(['arrest reviews 1', 'prosecution reviews 1']);
  });

  it('case 3: the review stands still while the case is out', async () => {
    expect((await rows('proc.li', 3, [PROSECUTION_3])).lines).toEqual(['CR-REVIEW - 2025-05-30 STOPPED']);
  });

  it('case 6: CR-REVIEW due 2025-06-30', async () => {
    expect((await rows('proc.li', 6, [PROSECUTION_6])).lines).toEqual(['CR-REVIEW - 2025-06-30 RUNNING']);
  });
});

describe('who sees them', () => {
  it('counsel the client’s', async () => {
    const { lines } = await rows('lawyer.he', 1, [ARREST_1, PROSECUTION_1]);
    expect(lines.filter((line) => line.startsWith('CR-RECEIPT'))).toEqual(['CR-RECEIPT 1 2025-03-17 STOPPED']);
  });

  it('the desk that receives packages no receipts, which would tell the decisions', async () => {
    const { lines, calls } = await rows('proc.intake', 2, [ARREST_2]);
    expect(lines).toEqual(['CR-ARREST-REVIEW - 2025-06-16 MET']);
    expect(calls).toEqual(['arrest reviews 1']);
  });

  it('nobody before', async () => {
    expect((await rows('lawyer.he', 2, [ARREST_2])).lines).toEqual([]);
  });
});

describe('receipts', () => {
  const receipt = transfer('T9', { kind: 'ARREST_EXECUTION_RECEIPT', receivedAt: '2025-06-16T08:00:00+08:00' });
  it('that came back are met, person by person', async () => {
    const { lines } = await rows('proc.chen', 2, [ARREST_2], { transfers: [receipt] });
    expect(lines.slice(1)).toEqual(['CR-RECEIPT 1 2025-06-18 MET', ...RECEIPTS_2.slice(1)]);
  });
});

describe('the procuratorate’s own last day', () => {
  const of = async (review: Parameters<typeof prosecutionReview>[0]) =>
    (await rows('proc.li', 6, [PROSECUTION_6], { prosecution: prosecutionReview(review) })).lines;

  it.each([
    ['a month', '2025-06-30', ''],
    ['a month and fifteen days', '2025-07-15', ''],
    ['ten days', '2025-06-09', ''],
    ['another', '2025-07-20', ' differs'],
  ])('wins: %s', async (_what, limitOn, differs) => {
    const [line] = await of({ limitOn });
    expect(line).toMatch(new RegExp(`^CR-REVIEW - ${limitOn} [A-Z_]+${differs}$`));
  });

  it.each([
    ['which nobody in custody would contradict: due soon for seven days', '2025-05-20', '2025-06-20', 'DUE_SOON'],
    ['as above, seven days before', '2025-05-23', '2025-06-23', 'RUNNING'],
    ['moved by a day off, as nobody is held: due soon for three working days', '2025-05-21', '2025-06-23', 'RUNNING'],
    ['not sent, which says nothing of custody', '2025-05-14', null, 'DUE_SOON'],
  ])('on a day %s', async (_what, acceptedOn, limitOn, state) => {
    expect(await of({ acceptedOn, limitOn })).toEqual([`CR-REVIEW - ${limitOn ?? '2025-06-16'} ${state}`]);
  });

  it('tells how long an arrest review is; without it nothing is said', async () => {
    const arrest = { status: 'ACCEPTED', decisions: [], receivedOn: '2025-06-09' } as const;
    const of2 = async (limitOn: string | null) =>
      (await rows('proc.chen', 2, [ARREST_2], { arrest: arrestReview({ ...arrest, limitOn }) })).lines;
    expect(await of2('2025-06-24')).toEqual(['CR-ARREST-REVIEW - 2025-06-24 RUNNING']);
    expect(await of2('2025-06-20')).toEqual(['CR-ARREST-REVIEW - 2025-06-20 DUE_SOON differs']);
    expect(await of2(null)).toEqual([]);
  });

  it('runs anew from the resubmission', async () => {
    const returns = [{ round: 1, returnedOn: '2025-06-02', resubmittedOn: '2025-06-10', outline: null }];
    expect(await of({ returns, limitOn: null })).toEqual(['CR-REVIEW - 2025-07-10 RESTARTED']);
  });

  it('a review that was not accepted has no period, nor one that went elsewhere', async () => {
    expect(await of({ acceptedOn: null, status: 'SUBMITTED' })).toEqual([]);
    expect(await of({ status: 'JURISDICTION_MOVED' })).toEqual([]);
  });
});

it('dates that contradict each other are the department’s data, unreadable', async () => {
  const returns = [{ round: 1, returnedOn: '2025-06-02', resubmittedOn: '2025-01-10', outline: null }];
  const records = RECORDS.map((each) =>
    each.facts.recordNo === PROSECUTION_6 ? { ...each, prosecution: prosecutionReview({ returns }) } : each,
  );
  const asked = request(procuratorate({ records }), asker('proc.li'), foundFor('proc.li', 6));
  const cases = [{ caseUid: 'ZF-1', statement: 's', recordNos: [PROSECUTION_6] }];
  expect(await asked.askOwner({ ask: 'rows', list: 'deadlines', cases } as OwnerQuestion)).toMatchObject([
    { failure: { code: 'DEPARTMENT_DATA_INVALID', department: 'PROCURATORATE', system: '12309' } },
  ]);
});
