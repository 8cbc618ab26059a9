import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import { type Kept, kept } from '#subgraphs/police/cases.fixture.ts';
import { police, request } from '#subgraphs/police/police.fixture.ts';
import { NO_1, NO_3, NO_4, NO_10, NO_11, WORLD } from '#subgraphs/police/world.fixture.ts';

const ALL =
  'policeCaseNo status category { code name } acceptedOn filedOn supplementRound handlingUnit { code name agency { agencyCode name } } handlers { officerUid displayName title } case { recordNumber }';
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { policeCases { ${ALL} } } ... on PoliceCase { ${ALL} } } }`;

const caseOf = (...numbers: string[]) => ({
  __typename: 'Case',
  caseUid: 'ZF-2025-000003',
  linkedNumbers: [
    ...numbers.map((number) => `POLICE_CASE_NO ${number}`),
    'ACCEPTANCE_NO 虚检刑诉受〔2025〕379999000013号',
  ],
  statement: 's',
});

/** The numbers of the police cases that a user sees of a case of the demo. */
async function seenBy(name: string, caseNo: number, ...numbers: string[]) {
  const { data } = await request(police(WORLD), asker(name), foundFor(name, caseNo)).ask(ENTITIES, {
    of: [caseOf(...numbers)],
  });
  return policeCasesIn(data).map(({ policeCaseNo }) => policeCaseNo);
}

function policeCasesIn(data: Record<string, unknown> | null): { policeCaseNo: string }[] {
  const entities = (data?._entities ?? []) as { policeCases: { policeCaseNo: string }[] }[];
  return entities.flatMap(({ policeCases }) => policeCases);
}

it('a police case as its bureau has it', async () => {
  const system = police(WORLD);
  const asked = request(system, asker('police.fa'), foundFor('police.fa', 3));
  expect(await asked.ask(ENTITIES, { of: [caseOf(NO_3)] })).toEqual({
    data: {
      _entities: [
        {
          policeCases: [
            {
              policeCaseNo: NO_3,
              status: 'SUPPLEMENTING',
              category: { code: '050300', name: '诈骗案' },
              acceptedOn: '2025-01-06',
              filedOn: '2025-01-06',
              supplementRound: 2,
              handlingUnit: {
                code: '379999050000',
                name: '虚构县公安局刑事侦查大队',
                agency: { agencyCode: 'POLICE-379999', name: '虚构县公安局' },
              },
              handlers: [{ officerUid: 'POLICE-379999/GA0001', displayName: '王拟警', title: '主办民警' }],
              case: { recordNumber: `POLICE_CASE_NO ${NO_3}` },
            },
          ],
        },
      ],
    },
    errors: [],
  });
  // The facts came with casework's statement.
  expect(system.calls).toEqual(['cases 1']);
  expect(asked.rules()).toEqual(['PoliceCase permit permit.legal-reviewer']);
});

it('joined cases (并案) are both listed', async () => {
  expect(await seenBy('police.zhao', 10, NO_10, NO_11)).toEqual([NO_10, NO_11]);
});

describe('who sees the police’s record (WORLD 7)', () => {
  it.each<[string, number, string, boolean]>([
    ['police.wang', 3, NO_3, true],
    ['police.fa', 3, NO_3, true],
    ['proc.li', 3, NO_3, true],
    ['court.lin', 1, NO_1, true],
    ['police.zhao', 3, NO_3, false],
    ['police.liu', 3, NO_3, false],
    ['detention.ma', 3, NO_3, false],
    ['proc.intake', 3, NO_3, false],
    ['lawyer.he', 1, NO_1, false],
    ['legalaid.sun', 3, NO_3, false],
    ['proc.12309', 3, NO_3, false],
    ['police.wang', 4, NO_4, false],
  ])('%s, case %i: %s %s', async (name, caseNo, number, isSeen) => {
    expect(await seenBy(name, caseNo, number)).toEqual(isSeen ? [number] : []);
  });
});

describe('a reference by its number', () => {
  const refer = (name: string, policeCaseNo: string) =>
    request(police(WORLD), asker(name)).ask(ENTITIES, { of: [{ __typename: 'PoliceCase', policeCaseNo }] });

  it.each([
    ['the investigator', 'police.wang', NO_3, { policeCaseNo: NO_3 }],
    ['the investigator, in another width', 'police.wang', NO_3.replace('A', 'Ａ'), { policeCaseNo: NO_3 }],
    ['whom only the case would let see it', 'proc.li', NO_3, null],
    ['a sealed one', 'police.wang', NO_4, null],
    ['an unknown one', 'police.wang', 'A3799990000002025010999', null],
    ['no number', 'police.wang', 'none', null],
  ])('%s', async (_who, name, number, expected) => {
    const { data } = await refer(name, number);
    expect(data).toEqual({ _entities: [expected && expect.objectContaining(expected)] });
  });
});

it.each([1, 20, 100])('%i cases cost one call for each question and full list of 50', async (count) => {
  const numbers = Array.from({ length: count }, (_, index) => `A37999900000020250${String(60000 + index)}`);
  const system = police(numbers.map((number): Kept => kept(number)));
  const { data } = await request(system, asker('police.wang')).ask(ENTITIES, {
    of: numbers.map((each) => caseOf(each)),
  });
  expect(policeCasesIn(data)).toHaveLength(count);
  expect(system.calls.filter((call) => call.startsWith('facts'))).toHaveLength(Math.ceil(count / 50));
  expect(system.calls.filter((call) => call.startsWith('cases'))).toHaveLength(Math.ceil(count / 50));
});

it('police who fail are an error at their own field', async () => {
  const failure = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'POLICE', system: 'police' });
  const { data, errors } = await request(police(WORLD, failure), asker('court.lin'), foundFor('court.lin', 1)).ask(
    ENTITIES,
    { of: [caseOf(NO_1)] },
  );
  expect(data).toEqual({ _entities: [{ policeCases: null }] });
  expect(errors).toEqual([
    expect.objectContaining({ path: ['_entities', 0, 'policeCases'], extensions: failure.toExtensions() }),
  ]);
});
