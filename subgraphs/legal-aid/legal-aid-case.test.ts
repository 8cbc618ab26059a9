import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import {
  CASE_3,
  caseId,
  found,
  institution,
  JUDGE,
  type Kept,
  kept,
  LAWYER,
  like,
  OTHER_INSTITUTION,
  request,
  SUN,
} from '#subgraphs/legal-aid/legal-aid.fixture.ts';

const UID = 'ZF-2025-000003';
const entity = (type: string, key: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${type}", ${key} }]) { ... on ${type} { ${fields} } } }`;
const ofCase = (ids: readonly string[]) =>
  entity(
    'Case',
    `caseUid: "${UID}", statement: "s", linkedNumbers: ${JSON.stringify(ids.map((id) => `LEGAL_AID_ID ${id}`))}`,
    'legalAidCases { legalAidId status lawyer { name firm { uscc name } category { code name } practisingYears active } }',
  );

/** The legal aid cases of a case, as casework found it for the caller. */
async function legalAidCases(cases: readonly Kept[], who: VerifiedEnvelope, more = [courtFacts()]) {
  const system = institution({ cases });
  const { ask } = request(system, who, { [UID]: found(cases, more) });
  const { data, errors } = await ask(ofCase(cases.map(({ legalAidId }) => legalAidId)));
  expect(errors).toEqual([]);
  const { _entities: entities } = data as { _entities: [{ legalAidCases: { legalAidId: string }[] }] };
  return { shown: entities[0].legalAidCases, calls: system.calls };
}

const PURPOSE_REQUIRED = { extensions: { code: 'PURPOSE_REQUIRED' } };

describe('the legal aid cases of a case', () => {
  const cases = [kept(), kept({ legalAidId: caseId(7), agencyCode: OTHER_INSTITUTION })];

  it.each<[string, VerifiedEnvelope, string[]]>([
    ['the judge who handles it: all', JUDGE, [CASE_3, caseId(7)]],
    ['an officer: the own institution’s', SUN, [CASE_3]],
    ['another judge: none', like(JUDGE, { staffNo: 'FY0002' }), []],
  ])('%s', async (_who, who, expected) => {
    const { shown } = await legalAidCases(cases, who, who.purpose === 'LEGAL_AID' ? [] : undefined);
    expect(shown.map(({ legalAidId }) => legalAidId)).toEqual(expected);
  });

  it('an officer without the purpose: none, and the institution is not asked', async () => {
    const system = institution({ cases });
    const who = { ...SUN, purpose: 'HANDLE_CASE' } as const;
    const { ask } = request(system, who, { [UID]: found(cases, [courtFacts()]) });
    expect(await ask(ofCase([CASE_3]))).toMatchObject({ data: null, errors: [PURPOSE_REQUIRED] });
    expect(system.calls).toEqual([]);
  });

  it.each([1, 20, 50])('cost one call, %d of them, lawyers and all', async (count) => {
    const many = Array.from({ length: count }, (_, index) => kept({ legalAidId: caseId(index + 1), lawyer: LAWYER }));
    const { shown, calls } = await legalAidCases(many, JUDGE);
    expect(shown).toHaveLength(count);
    expect(calls).toEqual([`cases ${count}`]);
  });
});

describe('a legal aid case to which another subgraph refers', () => {
  const refer = async (override: Partial<Kept>, who = SUN): Promise<unknown> => {
    const system = institution({ cases: [kept(override)] });
    const { data } = await request(system, who).ask(entity('LegalAidCase', `legalAidId: "${CASE_3}"`, 'legalAidId'));
    return data;
  };

  it('is decided by its own facts', async () =>
    expect(await refer({})).toEqual({ _entities: [{ legalAidId: CASE_3 }] }));

  it.each<[string, Partial<Kept>, VerifiedEnvelope]>([
    ['sealed', { sealed: true }, SUN],
    ['labelled', { labelled: true }, SUN],
    ['another institution’s', { agencyCode: OTHER_INSTITUTION }, SUN],
    ['asked for by a judge whose case it is not known to be of', {}, JUDGE],
  ])('is none where it is %s', async (_what, override, who) =>
    expect(await refer(override, who)).toEqual({ _entities: [null] }),
  );

  it('is none where it is asked for without a purpose', async () => {
    const { ask } = request(institution({ cases: [kept()] }), { ...SUN, purpose: null });
    const answer = await ask(entity('LegalAidCase', `legalAidId: "${CASE_3}"`, 'legalAidId'));
    expect(answer).toMatchObject({ data: null, errors: [PURPOSE_REQUIRED] });
  });
});

describe('a lawyer', () => {
  const FIELDS = 'licenceNo name firm { uscc name } category { code name } practisingYears active';

  it('stands in the register with firm, category and years of practice', async () => {
    const system = institution({ cases: [] });
    const { data } = await request(system).ask(entity('Lawyer', `licenceNo: "${LAWYER.licenceNo}"`, FIELDS));
    expect(data).toEqual({
      _entities: [
        {
          licenceNo: LAWYER.licenceNo,
          name: '罗拟助',
          firm: { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' },
          category: { code: '1', name: '专职律师' },
          practisingYears: 7,
          active: true,
        },
      ],
    });
    expect(system.calls).toEqual(['lawyers 1']);
  });

  it.each(['13799202010999001', 'no licence'])('is null where there is none: %s', async (licenceNo) => {
    const { data } = await request(institution({ cases: [] })).ask(
      entity('Lawyer', `licenceNo: "${licenceNo}"`, 'name'),
    );
    expect(data).toEqual({ _entities: [null] });
  });
});
