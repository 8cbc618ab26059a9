import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { MOST_ROWS } from '#subgraphs/kit/bounded-lists.ts';
import { TODAY } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerDeadline } from '#subgraphs/kit/owner-rows.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

/** This many cases of court.lin's. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...CASE,
    caseUid: `ZF-2025-${String(index + 1).padStart(6, '0')}`,
    numbers: [{ kind: 'COURT_CASE_NO', number: `（2025）鲁9999刑初${index + 1}号` }] as const,
  }));
/** @param handled how many of them are still court.lin's */
function worldOf(count: number, handled = count): World {
  const rows = many(count);
  const facts = rows.map(({ numbers: [{ number }] }) => courtFacts({ recordNo: number }));
  return { rows, facts: { '12368': facts.slice(0, handled) } };
}
const due = (dueOn: string, state: OwnerDeadline['state'], code = 'CR-TRIAL'): OwnerDeadline => ({
  ...{
    code,
    basis: '刑事诉讼法第208条',
    partyKey: null,
    startsOn: '2025-05-29',
    differs: false,
    agencyCode: 'COURT-379999',
  },
  ...{ dueOn, state, provisional: false },
});
const DEADLINES = [
  due('2025-07-29', 'RUNNING'),
  due('2025-06-18', 'DUE_SOON', 'CR-NOTICE'),
  due('2025-06-13', 'OVERDUE', 'CR-COPY'),
  due('2025-06-12', 'MET', 'CR-COURT-INTAKE'),
];

async function ask(args: string, world: World = {}, fields = 'code dueOn state case { caseUid }') {
  const lists = { '12368': { deadlines: DEADLINES } };
  const { context, calls } = casework({ ...worldOf(1), lists, ...world });
  const query = `{ deadlinesDue(${args}) { ${fields} } }`;
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  const found = JSON.parse(JSON.stringify(data?.deadlinesDue ?? null)) as { code: string }[] | null;
  const partial = context.partialErrors.map(({ path, error }) => `${path.join('.')} ${error.code}`);
  return { found, codes: found?.map(({ code }) => code), errors: errors.map(publicError), partial, calls };
}

it('what still runs and ends within so many days, by last day, what is overdue among it', async () => {
  expect((await ask('withinDays: 7')).found).toEqual([
    { code: 'CR-COPY', dueOn: '2025-06-13', state: 'OVERDUE', case: { caseUid: 'ZF-2025-000001' } },
    { code: 'CR-NOTICE', dueOn: '2025-06-18', state: 'DUE_SOON', case: { caseUid: 'ZF-2025-000001' } },
  ]);
});

it.each<[string, readonly string[]]>([
  ['withinDays: 0', ['CR-COPY']],
  ['withinDays: 1', ['CR-COPY']],
  ['withinDays: 2', ['CR-COPY', 'CR-NOTICE']],
  ['withinDays: 60', ['CR-COPY', 'CR-NOTICE', 'CR-TRIAL']],
  ['withinDays: 60, state: RUNNING', ['CR-COPY', 'CR-NOTICE', 'CR-TRIAL']],
  ['withinDays: 60, state: OVERDUE', ['CR-COPY']],
  ['withinDays: 60, state: MET', ['CR-COURT-INTAKE']],
])(`(%s) on ${TODAY}`, async (args, expected) => {
  expect((await ask(args)).codes).toEqual(expected);
});

it.each([-1, 61])('%i days are bad input that names the maximum, and ask nobody', async (days) => {
  const { found, errors, calls } = await ask(`withinDays: ${days}`);
  expect({ found, calls }).toEqual({ found: null, calls: [] });
  expect(errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', en: expect.stringMatching(/from 0 to 60/) }),
    }),
  ]);
});

it.each([1, 20, 100])('of %i cases: one question for all, and the facts of each full list of 50', async (count) => {
  const { found, calls } = await ask('withinDays: 60', worldOf(count));
  expect(found).toHaveLength(3 * count);
  const questions = calls.filter((call) => call.startsWith('12368 ')).map((call) => call.split(' ')[1]);
  expect(questions).toEqual([...Array.from({ length: Math.ceil(count / 50) }, () => 'facts'), 'deadlines']);
});

it('of more cases than a list holds is bad input that names the maximum', async () => {
  const { found, errors, calls } = await ask('withinDays: 60', worldOf(101));
  expect(found).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', en: expect.stringMatching(/more than 100 cases/) }),
    }),
  ]);
  expect(calls.filter((call) => call.includes('deadlines'))).toEqual([]);
});

it('more deadlines than a list holds are bad input that names the maximum', async () => {
  const many = Array.from({ length: MOST_ROWS / 2 }, () => DEADLINES).flat();
  const { found, errors } = await ask('withinDays: 60', { lists: { '12368': { deadlines: many } } });
  expect(found).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['deadlinesDue'],
      extensions: expect.objectContaining({
        code: 'BAD_USER_INPUT',
        en: expect.stringContaining(`at most ${MOST_ROWS} rows`),
      }),
    }),
  ]);
});

it('cases that are not the caller’s any more do not count', async () => {
  expect((await ask('withinDays: 60', worldOf(101, 100))).found).toHaveLength(300);
});

describe('within x-case', () => {
  const only = (onlyCase: string): World => ({ ...worldOf(101), envelope: { onlyCase } });

  it('that case’s alone, whatever others there are', async () => {
    const { found } = await ask('withinDays: 0', only('ZF-2025-000007'));
    expect(found).toEqual([expect.objectContaining({ code: 'CR-COPY', case: { caseUid: 'ZF-2025-000007' } })]);
  });

  it('none where it is not the caller’s', async () => {
    expect((await ask('withinDays: 60', only('ZF-2025-000999'))).found).toEqual([]);
  });
});

describe('an owner that fails', () => {
  const failure = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'POLICE', system: 'police' });
  const rows = many(3).map((row) => ({
    ...row,
    numbers: [...row.numbers, { kind: 'POLICE_CASE_NO' as const, number: `A${row.caseUid}` }],
  }));
  const world = { ...worldOf(3), rows };

  it('is one error beside the others’ rows, for however many cases', async () => {
    const lists = { '12368': { deadlines: DEADLINES }, police: { deadlines: failure } };
    const { found, partial } = await ask('withinDays: 60', { ...world, lists });
    expect(found).toHaveLength(9);
    expect(partial).toEqual(['deadlinesDue DEPARTMENT_UNAVAILABLE']);
  });

  it('is the answer where nothing else is known', async () => {
    const { found, errors } = await ask('withinDays: 60', { ...world, lists: { police: { deadlines: failure } } });
    expect(found).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ path: ['deadlinesDue'], extensions: failure.toExtensions() })]);
  });
});
