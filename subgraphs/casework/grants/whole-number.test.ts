import { describe, expect, it } from '@jest/globals';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, NUMBER, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const CASE = 'ZF-2025-000001';
const GRANT: LiveGrant = {
  grantUid: 'G-1',
  kind: 'UNMASK',
  caseUid: CASE,
  agency: 'COURT-379999',
  fields: ['Person.idNumber'],
  until: '2999-01-01T00:00:00+08:00',
};
const PARTIES = [party('甲'), party('乙')];
const [ID_1, ID_2] = ['379999198506120130', '379999197909010177'];
const IDENTITIES = {
  '12368': [
    {
      rows: [
        { partyKey: `${NUMBER}#甲`, numbers: { 'Person.idNumber': ID_1 } },
        { partyKey: `${NUMBER}#乙`, numbers: { 'Person.idNumber': ID_2 } },
      ],
    },
  ],
};

async function ask(fields: string, world: World = {}, onlyCase: string | null = CASE) {
  const of = demoWorld(1, 'court.lin');
  const asked = casework({
    ...{ ...of, parties: PARTIES, identities: IDENTITIES, grants: [GRANT] },
    ...{ envelope: { ...of.envelope, onlyCase }, ...world },
  });
  const query = `{ case(caseUid: "${CASE}") { parties { person { ${fields} } } } }`;
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, asked.context);
  const found = JSON.parse(JSON.stringify(data?.case ?? null)) as { parties: { person: unknown }[] } | null;
  const { calls, context } = asked;
  return {
    persons: found?.parties.map(({ person }) => person) ?? null,
    codes: errors.map((error) => (publicError(error) as { extensions: { code: string } }).extensions.code),
    owners: calls.filter((call) => call.includes(' identities ')),
    access: calls.filter((call) => call.startsWith('access ')),
    records: context.auditRecords.filter(({ subject }) => subject === 'Person'),
    log: JSON.stringify(context.auditRecords),
  };
}

describe('a whole number', () => {
  it('is asked of the department whose head has granted it in one question, for the fields that are granted alone', async () => {
    const { persons, owners, codes, records, log } = await ask('idNumber phone');
    expect(codes).toEqual([]);
    expect(persons).toEqual([
      { idNumber: ID_1, phone: null },
      { idNumber: ID_2, phone: null },
    ]);
    expect(owners).toEqual([`12368 identities ${NUMBER}#甲 Person.idNumber,${NUMBER}#乙 Person.idNumber`]);
    expect(records).toMatchObject([{ rule: 'deny.no-grant', fields: ['Person.phone'], case: CASE }]);
    expect(log).not.toContain(ID_1);
  });

  it('is asked for anew wherever it is selected: nothing of it is kept', async () => {
    const { owners } = await ask('a: idNumber b: idNumber');
    expect(owners).toHaveLength(1);
    const of = demoWorld(1, 'court.lin');
    const { context, calls } = casework({
      ...{ ...of, parties: PARTIES, identities: IDENTITIES, grants: [GRANT] },
      envelope: { ...of.envelope, onlyCase: CASE },
    });
    const query = `{ case(caseUid: "${CASE}") { parties { person { idNumber } } } }`;
    for (const _ of [1, 2]) await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
    expect(calls.filter((call) => call.includes(' identities '))).toHaveLength(2);
  });

  it.each<[string, World, string | null]>([
    ['without x-case', {}, null],
    ['without a grant', { grants: [] }, CASE],
    ['by a grant for another case', { grants: [{ ...GRANT, caseUid: 'ZF-2025-000002' }] }, CASE],
    ['while access does not answer', { grants: new Error('no answer within 3000 ms') }, CASE],
  ])('is null %s, and no owner is asked', async (_how, world, onlyCase) => {
    const { persons, owners, access, codes, records } = await ask('idNumber', world, onlyCase);
    expect({ persons, owners, codes }).toEqual({
      persons: [{ idNumber: null }, { idNumber: null }],
      owners: [],
      codes: [],
    });
    expect(records).toMatchObject([{ rule: 'deny.no-grant', decision: 'deny', fields: ['Person.idNumber'] }]);
    expect(access).toEqual(onlyCase === null ? [] : [`access grants ${CASE}`]);
  });

  it('is that department’s error where it fails', async () => {
    const down = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368' });
    const { persons, codes } = await ask('idNumber', { identities: { '12368': down } });
    expect(persons).toEqual([{ idNumber: null }, { idNumber: null }]);
    expect([...new Set(codes)]).toEqual(['DEPARTMENT_TIMEOUT']);
  });
});
