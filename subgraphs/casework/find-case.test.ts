import { describe, expect, it } from '@jest/globals';
import { aidFacts, courtFacts } from '#auth/decisions/facts.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, NUMBER, UNKNOWN, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import type { CaseNumberKind } from '#subgraphs/casework/registry/registry.ts';

const courtDown = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368' });
const officer = { roles: new Set(['justice.legal_aid_officer']), agency: 'LEGALAID-379999', staffNo: 'FA0001' };
const remembered = courtFacts({ live: false });
const ZHOU = { staffNo: 'FY0002' };

/** What a caller finds: `WHOLE`, `LEGAL_AID_ONLY`, `null` or an error's code; what is on record; what it cost. */
async function find(world: World = {}, kind: CaseNumberKind = 'COURT_CASE_NO', number = NUMBER) {
  const { context, calls, saved } = casework(world);
  const found = await findCase(context, kind, number).catch((error: DepartmentError) => error);
  const end = found instanceof Error ? found.code : (found?.view ?? null);
  const [record] = context.auditRecords;
  return { found, end, rule: record?.rule, record, records: context.auditRecords.length, calls, saved };
}

describe('who finds the case', () => {
  it.each<[string, World, string | null, string]>([
    ['the handler', {}, 'WHOLE', 'permit.court-handler'],
    ['another judge', { principal: ZHOU }, null, 'deny.not-assigned'],
    ['a number that nobody has', { rows: [] }, null, 'deny.absent'],
    ['the only case of the request', { envelope: { onlyCase: CASE.caseUid } }, 'WHOLE', 'permit.court-handler'],
    ['another only case of the request', { envelope: { onlyCase: 'ZF-2025-000002' } }, null, 'deny.other-case'],
    ['sealed in the registry', { rows: [{ ...CASE, sealed: true }] }, null, 'deny.sealed'],
    ['sealed at its owner', { facts: { '12368': [courtFacts({ sealed: true })] } }, null, 'deny.sealed'],
    ['unknown to its owner', { facts: {} }, null, 'deny.no-facts'],
    [
      'the owner down, nothing remembered',
      { facts: { '12368': courtDown } },
      'DEPARTMENT_TIMEOUT',
      'deny.department-failed',
    ],
    [
      'the owner down, its facts remembered',
      { facts: { '12368': courtDown }, remembered: [remembered] },
      'WHOLE',
      'permit.court-handler',
    ],
    [
      'remembered, but another judge',
      { facts: { '12368': courtDown }, remembered: [remembered], principal: ZHOU },
      'DEPARTMENT_TIMEOUT',
      'deny.not-assigned',
    ],
    [
      'remembered too long ago',
      { facts: { '12368': courtDown }, remembered: [{ ...remembered, lapsed: true }] },
      'DEPARTMENT_TIMEOUT',
      'deny.department-failed',
    ],
    [
      'a remembered recusal',
      { facts: { '12368': courtDown }, remembered: [courtFacts({ live: false, recusedStaffNos: ['FY0001'] })] },
      'DEPARTMENT_TIMEOUT',
      'deny.recused',
    ],
    [
      'another department’s memory',
      { facts: { '12368': courtDown }, remembered: [aidFacts({ live: false })] },
      'DEPARTMENT_TIMEOUT',
      'deny.department-failed',
    ],
    [
      'facts about another record',
      { facts: { '12368': [courtFacts({ recordNo: UNKNOWN })] } },
      'DEPARTMENT_DATA_INVALID',
      'deny.department-failed',
    ],
    [
      'the court’s facts from legal aid',
      { principal: officer, facts: { 'legal-aid': [courtFacts()] }, envelope: { purpose: 'LEGAL_AID' } },
      'DEPARTMENT_DATA_INVALID',
      'deny.department-failed',
    ],
    [
      'the legal aid officer',
      { principal: officer, facts: { 'legal-aid': [aidFacts()] }, envelope: { purpose: 'LEGAL_AID' } },
      'LEGAL_AID_ONLY',
      'permit.legal-aid-officer',
    ],
  ])('%s', async (_what, world, end, rule) => {
    expect(await find(world)).toMatchObject({ end, rule, records: 1 });
  });

  it('a question for many cases costs what a question for one costs: a call to each that is asked', async () => {
    const { context, calls } = casework();
    const numbers = [
      NUMBER,
      UNKNOWN,
      ...Array.from({ length: 48 }, (_, index) => `（2025）鲁9999刑初${index + 1}号`),
      NUMBER,
    ];
    const found = await Promise.all(numbers.map((number) => findCase(context, 'COURT_CASE_NO', number)));
    expect(found.filter((each) => each !== null)).toHaveLength(2);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['registry', '12368']);
  });

  it('what was decided by memory is marked', async () => {
    const { record } = await find({ facts: { '12368': courtDown }, remembered: [remembered] });
    expect(record).toMatchObject({ decision: 'permit', remembered: true, case: CASE.caseUid });
  });

  it('what travels on tells of nobody but the caller', async () => {
    const { found } = await find({ facts: { '12368': [courtFacts({ recusedStaffNos: ['FY0009'] })] } });
    expect(JSON.stringify(found)).not.toMatch(/FY000[359]/);
  });

  it('the owners’ last facts are kept whole, for when one is down; of no case nothing', async () => {
    expect((await find()).saved).toEqual([[CASE.caseUid, [courtFacts()]]]);
    expect((await find({ principal: ZHOU })).saved).toHaveLength(1);
    expect((await find({ rows: [] })).saved).toEqual([]);
  });
});

describe('nobody can tell a case that is denied from one that does not exist', () => {
  const kinds: [CaseNumberKind, string, string[]][] = [
    ['COURT_CASE_NO', NUMBER, ['12368']],
    ['POLICE_CASE_NO', 'A3799990000002025030001', ['12368']],
    ['CASE_UID', CASE.caseUid, ['12368']],
  ];
  const officerWorld: World = { principal: { ...officer, agency: 'LEGALAID-439999' } };

  it.each(kinds)('%s: the same answer at the same cost, for a judge', async (kind, number, systems) => {
    const ends = [
      await find({ principal: ZHOU }, kind, number),
      await find({ principal: ZHOU, rows: [] }, kind, number),
    ];
    const costs = ends.map(({ calls }) => calls.map((call) => call.split(' ')[0]));
    expect(costs).toEqual([
      ['registry', ...systems],
      ['registry', ...systems],
    ]);
    expect(ends.map(({ end }) => end)).toEqual([null, null]);
  });

  it('for an officer: the department of the number and one’s own, with a number that is never allotted', async () => {
    const ends = [await find(officerWorld), await find({ ...officerWorld, rows: [] }, 'COURT_CASE_NO', UNKNOWN)];
    expect(ends.map(({ calls }) => calls)).toEqual([
      [`registry COURT_CASE_NO ${NUMBER}`, `12368 facts ${NUMBER}`, 'legal-aid facts LA-2025-000001'],
      [`registry COURT_CASE_NO ${UNKNOWN}`, `12368 facts ${UNKNOWN}`, 'legal-aid facts LA-0000-000000'],
    ]);
  });

  it.each<[string, World]>([
    ['while a department is down', { facts: { '12368': courtDown } }],
    ['while its facts are remembered', { facts: { '12368': courtDown }, remembered: [remembered] }],
    ['within one case', { envelope: { onlyCase: 'ZF-2025-000009' } }],
    ['within one case, a department down', { envelope: { onlyCase: 'ZF-2025-000009' }, facts: { '12368': courtDown } }],
    ['sealed, a department down', { rows: [{ ...CASE, sealed: true }], facts: { '12368': courtDown } }],
  ])('%s', async (_what, world) => {
    const [denied, absent] = [
      await find({ ...world, principal: ZHOU }),
      await find({ ...world, principal: ZHOU, rows: [] }),
    ];
    const cost = ({ calls }: typeof denied) => calls.map((call) => call.split(' ')[0]);
    expect(denied.found).toEqual(absent.found);
    expect(cost(denied)).toEqual(cost(absent));
  });

  it('a bug in deciding is no permission', async () => {
    const broken = courtFacts({ assignments: null as never });
    await expect(find({ facts: { '12368': [broken] } })).resolves.toMatchObject({
      found: expect.any(TypeError),
      records: 0,
    });
  });
});
