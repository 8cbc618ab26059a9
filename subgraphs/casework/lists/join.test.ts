import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '#auth/decisions/views.ts';
import type { Stage } from '#schema/enums/stage.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, type Reply } from '#subgraphs/casework/casework.fixture.ts';
import { joinList } from '#subgraphs/casework/lists/join.ts';
import { HANDLED } from '#subgraphs/kit/kit.fixture.ts';
import type { ListName } from '#subgraphs/kit/owner-rows.ts';

const row = (partyKey: string) => ({ partyKey });
const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });
const found = (view: CaseView = 'WHOLE', case_ = CASE) => ({ row: case_, view, findings: HANDLED }) as const;
const bySystem = (replies: Record<string, Reply>, list: ListName = 'representations') =>
  Object.fromEntries(Object.entries(replies).map(([system, reply]) => [system, { [list]: reply }]));

async function join(replies: Record<string, Reply>, of = found(), list: ListName = 'representations') {
  const { context, calls } = casework({ lists: bySystem(replies, list) });
  const [joined, again] = await Promise.all([context.joined(of, list), context.joined(of, list)]);
  expect(again).toBe(joined);
  return {
    rows: joined.rows.map(({ owner, row: each }) => `${owner.system} ${(each as { partyKey: string }).partyKey}`),
    failures: joined.failures.map(({ owner, error }) => `${owner.system} ${error.code}`),
    calls,
  };
}

describe('a list that several departments feed', () => {
  it('is every owner’s, each asked once with its own numbers', async () => {
    expect(await join({ '12368': [row('a'), row('b')], 'legal-aid': [row('c')] })).toEqual({
      rows: ['12368 a', '12368 b', 'legal-aid c'],
      failures: [],
      calls: ['12368 representations （2025）鲁9999刑初999901号', 'legal-aid representations LA-2025-000001'],
    });
  });

  it.each<[string, Reply, string]>([
    ['down', down, '12368 DEPARTMENT_UNAVAILABLE'],
    ['talking nonsense', ['x'], '12368 DEPARTMENT_DATA_INVALID'],
  ])('where one owner is %s is the others’, and says who is missing', async (_what, reply, failure) => {
    expect(await join({ '12368': reply, 'legal-aid': [row('c')] })).toMatchObject({
      rows: ['legal-aid c'],
      failures: [failure],
    });
  });

  it.each<[string, CaseView, ListName, string[]]>([
    ['the judge, measures', 'WHOLE', 'measures', ['police']],
    ['the judge, transfers', 'WHOLE', 'transfers', ['police', '12309']],
    ['the investigator, documents', 'POLICE', 'documents', ['police', '12309']],
    ['the investigator, persons', 'POLICE', 'persons', ['police']],
    ['the case manager, persons', 'INTAKE', 'persons', []],
    ['the case manager, transfers', 'INTAKE', 'transfers', ['12309']],
    ['counsel, deadlines', 'COUNSEL', 'deadlines', ['12368', '12309']],
    ['counsel before the review, documents', 'OWN_CLIENT', 'documents', []],
    ['the legal aid officer, persons', 'LEGAL_AID_ONLY', 'persons', ['legal-aid']],
    ['the legal aid officer, documents', 'LEGAL_AID_ONLY', 'documents', []],
    ['the detention centre, custody', 'CUSTODY_ONLY', 'custody', ['police']],
    ['the detention centre, measures', 'CUSTODY_ONLY', 'measures', []],
    ['the mediator, documents', 'MEDIATION_ONLY', 'documents', []],
  ])('is asked only of whose rows the view opens: %s', async (_who, view, list, systems) => {
    const { calls } = await join({}, found(view), list);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(systems);
  });

  it.each<[Stage, string[]]>([
    ['INVESTIGATION', ['police', '12368', 'legal-aid']],
    ['PROSECUTION_REVIEW', ['12368', '12309', 'legal-aid']],
    ['SECOND_INSTANCE', ['12368', 'legal-aid']],
  ])('in %s has the powers of attorney of whoever has the case then: %j', async (currentStage, systems) => {
    const { calls } = await join({}, found('WHOLE', { ...CASE, currentStage }));
    expect(calls.map((call) => call.split(' ')[0])).toEqual(systems);
  });

  it('is not asked of an owner that has no record of the case', async () => {
    const numbers = CASE.numbers.filter(({ kind }) => kind === 'LEGAL_AID_ID');
    expect((await join({}, found('WHOLE', { ...CASE, numbers }))).calls).toEqual([
      'legal-aid representations LA-2025-000001',
    ]);
  });

  it('of many cases costs a question to each owner', async () => {
    const { context, calls } = casework();
    const cases = Array.from({ length: 100 }, (_, index) => ({ ...CASE, caseUid: `ZF-2025-${100_000 + index}` }));
    await Promise.all(cases.map((each) => context.joined(found('WHOLE', each), 'measures')));
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual(['police measures']);
  });

  it('a bug is not taken for a department that fails', async () => {
    const { context } = casework({ lists: bySystem({ '12368': new TypeError('bug') }) });
    await expect(joinList(context, found(), 'representations')).rejects.toThrow(TypeError);
  });
});
