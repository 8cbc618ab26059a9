import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { LegalAidStatus } from '#schema/enums/legal-aid-status.ts';
import {
  CASE_3,
  caseId,
  found,
  institution,
  JUDGE,
  type Kept,
  kept,
  LAWYER,
  request,
} from '#subgraphs/legal-aid/legal-aid.fixture.ts';

const UID = 'ZF-2025-000003';

/** The deadlines of a case with one record, where a lawyer was assigned from that day; asked on Monday 2025-06-16. */
async function deadlines(override: Partial<Kept>, ...days: string[]) {
  const record = kept(override);
  const assigned = days.map((from) => ({ kind: 'NOTIFIED_AID' as const, from, to: null, letterNumber: null }));
  const system = institution({ cases: [record], assigned: { [CASE_3]: assigned } });
  const { askOwner } = request(system, JUDGE, { [UID]: found([record], [courtFacts()]) });
  const cases = [{ caseUid: UID, statement: 's', recordNos: [CASE_3] }];
  const [answer] = await askOwner({ ask: 'rows', list: 'deadlines', cases });
  return { rows: (answer as { rows: Record<string, unknown>[] }).rows, calls: system.calls };
}

const state = async (override: Partial<Kept>, ...days: string[]) => {
  const { rows, calls } = await deadlines(override, ...days);
  return [rows[0]?.state, calls.slice(1)];
};

describe('the three days for the assignment', () => {
  it('run from the notice: 钱拟癸’s end on Monday 2025-06-16, since 06-15 is a Sunday (WORLD 4.1)', async () => {
    expect(await deadlines({})).toEqual({
      rows: [
        {
          code: 'LA-ASSIGN',
          basis: expect.stringContaining('法律援助法'),
          partyKey: CASE_3,
          startsOn: '2025-06-12',
          dueOn: '2025-06-16',
          state: 'DUE_SOON',
          provisional: false,
          differs: false,
          agencyCode: expect.stringMatching(/^LEGALAID-/),
        },
      ],
      calls: ['cases 1'],
    });
  });

  it.each<[string, string | null, string, boolean]>([
    ['wins where it differs', '2025-06-15', '2025-06-15', true],
    ['is computed where it is not sent', null, '2025-06-16', false],
  ])('the institution’s own last day %s', async (_what, assignBy, dueOn, differs) => {
    expect((await deadlines({ assignBy })).rows).toEqual([expect.objectContaining({ dueOn, differs })]);
  });

  it.each<[string, Partial<Kept>]>([
    ['on an application, which no notice began', { notifiedAt: null, assignBy: null }],
    ['from before the law', { notifiedAt: '2021-12-31T10:00:00+08:00', assignBy: '2022-01-03' }],
  ])('are not made up: %s', async (_what, override) => {
    expect((await deadlines(override)).rows).toEqual([]);
  });
});

describe('how they stand', () => {
  const past = { notifiedAt: '2025-05-30T10:05:00+08:00', assignBy: '2025-06-03' };
  const withLawyer = { ...past, status: 'ASSIGNED', lawyer: LAWYER } as const;

  it.each<[string, Partial<Kept>, string]>([
    ['nobody is assigned, and they are over', past, 'OVERDUE'],
    ['a gap is to be closed first', { status: 'SUPPLEMENT' }, 'DUE_SOON'],
    ['somebody is assigned before they are over', { status: 'ASSIGNED', lawyer: LAWYER }, 'MET'],
  ])('%s', async (_what, override, expected) => {
    expect(await state(override)).toEqual([expected, []]);
  });

  it.each<LegalAidStatus>(['REFUSED', 'CLOSED', 'TERMINATED'])('%s with nobody assigned', async (status) => {
    expect(await state({ ...past, status })).toEqual(['STOPPED', []]);
  });

  it.each<LegalAidStatus>(['ASSIGNED', 'REPLACED', 'IN_PROGRESS'])('%s, whoever it is', async (status) => {
    expect(await state({ ...past, status }, '2025-06-03')).toEqual(['MET', ['assignments 1']]);
  });

  it.each<[string, string[], string]>([
    ['in time', ['2025-06-03'], 'MET'],
    ['in time, and replaced later', ['2025-06-03', '2025-06-10'], 'MET'],
    ['late', ['2025-06-04'], 'STOPPED'],
    ['nobody knows when', [], 'STOPPED'],
  ])('assigned %s', async (_when, days, expected) => {
    expect(await state(withLawyer, ...days)).toEqual([expected, ['assignments 1']]);
  });
});

it.each([1, 20, 50])('the records of %d cases cost one call', async (count) => {
  const records = Array.from({ length: count }, (_, index) => kept({ legalAidId: caseId(index + 1) }));
  const system = institution({ cases: records });
  const findings = Object.fromEntries(records.map((each) => [each.legalAidId, found([each], [courtFacts()])]));
  const cases = records.map(({ legalAidId }) => ({ caseUid: legalAidId, statement: 's', recordNos: [legalAidId] }));
  const answers = await request(system, JUDGE, findings).askOwner({ ask: 'rows', list: 'deadlines', cases });
  expect(answers).toHaveLength(count);
  expect(system.calls).toEqual([`cases ${count}`]);
});
