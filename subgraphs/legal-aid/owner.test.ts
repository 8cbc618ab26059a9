import { describe, expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { IngestedLegalAidCase } from '#adapters/systems/legal-aid/port.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { AcceptanceNo, CaseUid, CitizenId, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import type { ListName } from '#subgraphs/kit/owner-rows.ts';
import {
  CASE_3,
  caseId,
  found,
  INSTITUTION,
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
const HANDLED = [courtFacts()];
const assigned = {
  kind: 'NOTIFIED_AID',
  from: '2025-06-13',
  to: null,
  letterNumber: '（2025）虚法援函字第3号',
} as const;

/** One list of one case, as casework found it for the caller; what was asked of the institution beside it. */
async function rows(
  list: ListName,
  cases: readonly Kept[],
  who: VerifiedEnvelope = JUDGE,
  more = who === JUDGE ? HANDLED : [],
) {
  const system = institution({ cases, assigned: { [CASE_3]: [assigned] } });
  const recordNos = cases.map(({ legalAidId }) => legalAidId);
  const { askOwner } = request(system, who, { [UID]: found(cases, more) });
  const answer = await askOwner({ ask: 'rows', list, cases: [{ caseUid: UID, statement: 's', recordNos }] });
  return { rows: (answer[0] as { rows: unknown[] }).rows, calls: system.calls };
}

const stated = {
  department: 'JUSTICE',
  agencyCode: INSTITUTION,
  recordNo: CASE_3,
  sealed: false,
  labelled: false,
  assignments: [
    { holder: INSTITUTION, function: 'LEGAL_AID_INSTITUTION', partyKey: CASE_3 },
    { holder: 'FA0001', function: 'LEGAL_AID_OFFICER', partyKey: null },
  ],
  recusedStaffNos: [],
};

it.each([1, 20, 50])('facts of %d records in one call', async (count) => {
  const cases = Array.from({ length: count }, (_, index) => kept({ legalAidId: caseId(index + 1) }));
  const system = institution({ cases });
  const recordNos = [...cases.map(({ legalAidId }) => legalAidId), 'LA-0000-000000'].slice(-count);
  const facts = await request(system).askOwner({ ask: 'facts', recordNos });
  expect(facts.map(({ recordNo }) => recordNo)).toEqual(recordNos.slice(0, -1));
  expect(system.calls).toEqual([`facts ${count}`]);
});

describe('persons', () => {
  const row = { partyKey: CASE_3, sexCode: '1', idNumberMasked: '379***********0177', phoneMasked: '139****9921' };
  const nothing = { ...row, idNumberMasked: null, phoneMasked: null };

  it.each([
    ['the officer of the institution', SUN],
    ['whoever handles the case', JUDGE],
  ])('with their numbers masked, for %s', async (_who, who) => {
    expect(await rows('persons', [kept()], who)).toEqual({ rows: [row], calls: ['beneficiaries 1'] });
  });

  const minor = { idNumber: '379999200803020152' as CitizenId, phone: '13900009903' };
  const unnumbered = { idNumber: null };
  it.each<[string, Partial<Kept>, boolean | null, unknown]>([
    ['王拟丙, a minor then and now', minor, true, nothing],
    ['a minor today, whatever is known of then', minor, null, nothing],
    ['a minor at the offence who has come of age', {}, true, nothing],
    ['one of age by the number', {}, null, row],
    ['one of age by the record', unnumbered, false, { ...row, idNumberMasked: null }],
    ['one who may be a minor for all that is known', unnumbered, null, nothing],
    [
      'one of the first generation’s number',
      { idNumber: '379998650808014' as CitizenId },
      false,
      { ...row, idNumberMasked: '379********8014' },
    ],
    ['one without a telephone', { phone: null }, false, { ...row, phoneMasked: null }],
  ])('of %s', async (_who, override, minorAtOffence, expected) => {
    const { beneficiary } = kept();
    const person = { ...override, beneficiary: beneficiary && { ...beneficiary, minorAtOffence } };
    expect((await rows('persons', [kept(person)])).rows).toEqual([expected]);
  });

  it('nothing at all of a protected person, whatever the system sends', async () => {
    const { beneficiary } = kept();
    const person = { beneficiary: beneficiary && { ...beneficiary, protectedIdentity: true } };
    expect((await rows('persons', [kept(person)])).rows).toEqual([{ ...nothing, sexCode: null }]);
  });
});

describe('representations', () => {
  it('are the lawyers whom the institution assigned', async () => {
    expect(await rows('representations', [kept({ status: 'ASSIGNED', lawyer: LAWYER })])).toEqual({
      rows: [
        {
          partyKey: CASE_3,
          kind: 'NOTIFIED_AID',
          licenceNo: LAWYER.licenceNo,
          lawyerName: LAWYER.name,
          from: '2025-06-13',
          to: null,
          letterNumber: '（2025）虚法援函字第3号',
        },
      ],
      calls: ['assignments 1'],
    });
  });
});

describe('what of a case’s records is whose', () => {
  const foreign = kept({ legalAidId: caseId(7), agencyCode: OTHER_INSTITUTION });
  const keys = async (list: ListName, who: VerifiedEnvelope, cases: readonly Kept[] = [kept(), foreign]) =>
    (await rows(list, cases, who)).rows.map((row) => (row as { partyKey: string }).partyKey);

  it.each<[string, ListName, VerifiedEnvelope, string[]]>([
    ['the institution’s officer: the own institution’s persons', 'persons', SUN, [CASE_3]],
    ['the other institution’s officer: theirs', 'persons', like(SUN, { agency: OTHER_INSTITUTION }), [caseId(7)]],
    ['an officer: no representations', 'representations', SUN, []],
    ['an officer: no deadlines', 'deadlines', SUN, []],
    ['the judge who handles the case: all', 'persons', JUDGE, [CASE_3, caseId(7)]],
    ['the judge: all deadlines', 'deadlines', JUDGE, [CASE_3, caseId(7)]],
    ['another judge: nothing', 'persons', like(JUDGE, { staffNo: 'FY0002' }), []],
    ['a judge without a purpose: nothing', 'persons', { ...JUDGE, purpose: null }, []],
  ])('%s', async (_what, list, who, expected) => {
    expect(await keys(list, who)).toEqual(expected);
  });

  it.each<[string, Partial<Kept>]>([
    ['sealed', { sealed: true }],
    ['labelled', { labelled: true }],
  ])('a %s record closes the case', async (_what, override) => {
    for (const list of ['persons', 'representations', 'deadlines'] as const)
      expect(await rows(list, [kept(), kept({ legalAidId: caseId(7), ...override })])).toEqual({ rows: [], calls: [] });
  });
});

describe('pages for the registry’s ingest', () => {
  const INGEST = like(SUN, { roles: new Set(['platform.ingest']) });
  const { beneficiary, idNumber } = kept();
  const person = { ...beneficiary, idNumber };
  const { sex: _sex, ...party } = person as typeof person & { sex: unknown };
  const row = {
    ...kept(),
    caseUid: null,
    linkedNumbers: [
      {
        kind: 'ACCEPTANCE_NO',
        number: '虚检刑诉受〔2025〕379999000013号' as AcceptanceNo,
        raw: '虚检刑诉受[2025]379999000013号',
      },
      { kind: 'POLICE_CASE_NO', number: null as PoliceCaseNo | null, raw: '见卷宗' },
    ],
    parties: [party],
  } as unknown as IngestedLegalAidCase;
  const page = (rows: readonly IngestedLegalAidCase[], who = INGEST, after: string | null = null, limit = 500) => {
    const system = institution({ cases: [], page: rows });
    return { system, answer: request(system, who).askOwner({ ask: 'page', after, limit }) };
  };

  it('hold what links a record to a case, and who is in it without the number', async () => {
    const answer = await page([row]).answer;
    expect(answer).toEqual([
      {
        recordNo: CASE_3,
        kind: 'LEGAL_AID_ID',
        facts: stated,
        caseUid: null,
        caseKind: null,
        stage: null,
        linkedNumbers: [{ kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000013号' }],
        parties: [
          {
            partyKey: CASE_3,
            personUid: expect.stringMatching(/^P-[\w-]{43}$/),
            role: 'SUSPECT_OR_DEFENDANT',
            legalStatus: 'SUSPECT',
            minorAtOffence: false,
            protectedIdentity: false,
            displayName: '钱拟癸',
          },
        ],
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain('379999197909010177');
  });

  it('name a person alike wherever the number is the same, and each record’s own where there is none', async () => {
    const numbered = (serial: number, number: string | null) => ({
      ...row,
      legalAidId: caseId(serial),
      parties: row.parties.map((each) => ({ ...each, partyKey: caseId(serial), idNumber: number as CitizenId | null })),
    });
    const answer = await page([
      numbered(1, '379999197909010177'),
      numbered(2, '379999197909010177'),
      numbered(3, null),
      numbered(4, null),
    ]).answer;
    const uids = answer.map(({ parties }) => (parties as { personUid: string }[])[0]?.personUid);
    expect(uids[0]).toBe(uids[1]);
    expect(new Set(uids).size).toBe(3);
  });

  it('have the platform’s number where it was told', async () => {
    expect(await page([{ ...row, caseUid: UID as CaseUid }]).answer).toEqual([
      expect.objectContaining({ caseUid: UID }),
    ]);
  });

  it('flag a sealed record, and hold nothing of a labelled one but its flag', async () => {
    const labelled = { ...row, labelled: true, assignments: [], linkedNumbers: [], parties: [], status: null };
    const [sealed, secret] = await page([
      { ...row, sealed: true },
      { ...labelled, legalAidId: caseId(4) },
    ]).answer;
    expect(sealed?.facts).toMatchObject({ sealed: true });
    expect(secret).toMatchObject({ recordNo: caseId(4), facts: { labelled: true }, linkedNumbers: [], parties: [] });
  });

  it('go on behind a record, by its key', async () => {
    const all = [1, 2, 3].map((serial) => ({ ...row, legalAidId: caseId(serial) }));
    const { system, answer } = page(all, INGEST, caseId(1), 1);
    expect((await answer).map(({ recordNo }) => recordNo)).toEqual([caseId(2)]);
    expect(system.calls).toEqual([`page ${caseId(1)} 1`]);
  });

  it('keep the place of a record that cannot be read', async () => {
    const invalid = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'JUSTICE', system: 'legal-aid' });
    const { system } = page([]);
    system.system.page = async () => [new UnreadableRecord(caseId(1), invalid), row];
    expect(await request(system, INGEST).askOwner({ ask: 'page', after: null, limit: 2 })).toEqual([
      { pageKey: caseId(1), unreadable: true },
      expect.objectContaining({ recordNo: CASE_3 }),
    ]);
  });

  it('are not for casework when it asks for a user', async () => {
    const { system, answer } = page([row], SUN);
    await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(system.calls).toEqual([]);
  });
});
