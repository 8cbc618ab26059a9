import { describe, expect, it } from '@jest/globals';
import { aidFacts, courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { DEMO_CASES } from '#auth/decisions/world.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, demoWorld, NUMBER, UNKNOWN, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase, findReferenced } from '#subgraphs/casework/find-case.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

const courtDown = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368' });
const procuratorateDown = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'PROCURATORATE', system: '12309' });
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
      { unasked: { '12368': [courtFacts({ recordNo: UNKNOWN })] } },
      'DEPARTMENT_DATA_INVALID',
      'deny.department-failed',
    ],
    [
      'the court’s facts from legal aid',
      { principal: officer, unasked: { 'legal-aid': [courtFacts()] }, envelope: { purpose: 'LEGAL_AID' } },
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

  it('a record of which nothing can be read is told to who was led to the case, never to who asks by a number', async () => {
    const failure = { code: 'DEPARTMENT_DATA_INVALID', department: 'COURT', system: '12368' };
    const rows = [CASE, { ...CASE, caseUid: 'ZF-2', numbers: [{ kind: 'COURT_CASE_NO', number: UNKNOWN } as const] }];
    const { context } = casework({
      rows,
      unasked: { '12368': [courtFacts(), { recordNo: UNKNOWN, failure: { ...failure, ofRecord: true } }] },
    });
    const asked = [NUMBER, UNKNOWN].map((number) => findCase(context, 'COURT_CASE_NO', number));
    expect(await Promise.all(asked)).toEqual([expect.objectContaining({ view: 'WHOLE' }), null]);
    await expect(findReferenced(context, rows[1] as RegisteredCase)).rejects.toMatchObject(failure);
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

describe('a department that fails', () => {
  const policeDown = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'POLICE', system: 'police' });
  /** Case 10, of which the police have two records. */
  const two = demoWorld(10, 'police.zhao');
  const [first, second] = (DEMO_CASES[10]?.records ?? []).map((record) => ({ ...record, live: false }));
  if (first === undefined || second === undefined) throw new Error('case 10 has two police records');
  const ofTwo = (remembered: readonly KnownFacts[]) =>
    find({ ...two, facts: { police: policeDown }, remembered }, 'POLICE_CASE_NO', first.recordNo);

  it.each<[string, readonly KnownFacts[], string, string]>([
    ['both records', [first, second], 'POLICE', 'permit.investigator'],
    ['the first of two', [first], 'DEPARTMENT_TIMEOUT', 'deny.department-failed'],
    ['the second of two', [second], 'DEPARTMENT_TIMEOUT', 'deny.department-failed'],
    ['both, one too long ago', [first, { ...second, lapsed: true }], 'DEPARTMENT_TIMEOUT', 'deny.department-failed'],
    ['none', [], 'DEPARTMENT_TIMEOUT', 'deny.department-failed'],
  ])('is heard where %s are remembered', async (_what, remembered, end, rule) => {
    expect(await ofTwo(remembered)).toMatchObject({ end, rule });
  });

  it('and has no record of the case, blocks nobody: lawyer.he, case 2, the court down', async () => {
    const { end, rule, found } = await answered(2, {});
    expect([end, rule]).toEqual(['OWN_CLIENT', 'permit.counsel']);
    expect(found).toMatchObject({ findings: { failures: [{ department: 'COURT', system: '12368' }] } });
  });

  it('and has one that nobody remembers, blocks whom another department’s record permits', async () => {
    expect(await answered(1, {})).toMatchObject({ end: 'DEPARTMENT_TIMEOUT', rule: 'deny.department-failed' });
    const known = DEMO_CASES[1]?.records.filter(({ department }) => department === 'COURT') ?? [];
    const remembered = known.map((record) => ({ ...record, live: false }));
    expect(await answered(1, { remembered })).toMatchObject({ end: 'COUNSEL', record: { remembered: true } });
  });

  function answered(caseNo: number, more: World) {
    const world = demoWorld(caseNo, 'lawyer.he');
    const facts = { ...world.facts, '12368': courtDown };
    return find({ ...world, facts, ...more }, 'CASE_UID', world.rows[0].caseUid);
  }
});

/** What a question cost: registry look-ups and questions to owners, without what was asked for. */
const costOf = ({ calls }: { calls: readonly string[] }) =>
  calls.map((call) => /^\S+(?: facts| links| [A-Z_]+(?= ))?/.exec(call)?.[0]).sort();
/** Users, and the systems whose facts decide for them. */
const HOLDERS_OF: Readonly<Record<string, string[]>> = {
  'court.lin': ['12368'],
  'court.clerk': ['12368'],
  'proc.chen': ['12309'],
  'police.wang': ['police'],
  'police.fa': ['police'],
  'detention.ma': ['police'],
  'lawyer.he': ['police', '12368', '12309'],
  'party.zheng': ['12368'],
  'mediator.gao': ['12368'],
  'legalaid.sun': ['legal-aid'],
};
/** Numbers of case 10, which none of these users may see, and numbers that nobody has. */
const CRIMINAL: [CaseNumberKind, string, string, string][] = [
  ['POLICE_CASE_NO', 'A3799990000002024110010', 'A3799990000002025010999', 'police'],
  ['ACCEPTANCE_NO', '虚检刑诉受〔2025〕379999000010号', '虚检刑诉受〔2025〕379999000999号', '12309'],
  ['COURT_CASE_NO', '（2025）鲁9999刑初999910号', UNKNOWN, '12368'],
  ['CASE_UID', 'ZF-2025-000010', 'ZF-2025-000999', ''],
];

describe('nobody can tell a case that is denied from one that does not exist', () => {
  describe.each(Object.keys(HOLDERS_OF))('%s', (username) => {
    it.each(CRIMINAL)('by %s', async (kind, known, unknown, issuer) => {
      const world = demoWorld(10, username);
      const systems = ['police', '12368', '12309', 'legal-aid'].filter(
        (system) => system === issuer || HOLDERS_OF[username]?.includes(system),
      );
      const [denied, absent] = [await find(world, kind, known), await find(world, kind, unknown)];
      const registry = [`registry ${kind}`, ...(username === 'party.zheng' ? ['account', 'parties'] : [])];
      // The caller's own department is searched, and the one that the number names.
      const searches = [
        ...(username === 'proc.chen' ? ['searched', '12309 links'] : []),
        ...(issuer === '12309' ? ['12309 links'] : []),
      ];
      const expected = [...registry, ...systems.map((system) => `${system} facts`), ...searches].sort();
      expect(costOf(denied)).toEqual(expected);
      expect(costOf(absent)).toEqual(expected);
      expect([denied.end, absent.end, denied.records, absent.records]).toEqual([null, null, 1, 1]);
    });
  });

  it('where the department has no record that the registry lacks, searched already or not', async () => {
    const [row] = demoWorld(7, 'proc.li').rows;
    const numbers = row.numbers.filter(({ kind }) => kind === 'POLICE_CASE_NO');
    const world: World = { ...demoWorld(7, 'proc.li'), rows: [{ ...row, numbers }] };
    const ends = await Promise.all([
      find(world, 'CASE_UID', 'ZF-2025-000007'),
      find({ ...world, searched: ['ACCEPTANCE_NO'] }, 'CASE_UID', 'ZF-2025-000007'),
      find(world, 'CASE_UID', 'ZF-2025-000999'),
      find({ ...world, links: { '12309': procuratorateDown } }, 'CASE_UID', 'ZF-2025-000007'),
      find({ ...world, links: { '12309': procuratorateDown } }, 'CASE_UID', 'ZF-2025-000999'),
    ]);
    for (const each of ends) {
      expect(costOf(each)).toEqual(['12309 facts', '12309 links', 'registry CASE_UID', 'searched']);
      expect([each.end, each.records]).toEqual([null, 1]);
    }
  });

  it('a number that a case lacks is asked for as one that is never allotted', async () => {
    const world: World = { principal: { ...officer, agency: 'LEGALAID-439999' }, envelope: { purpose: 'LEGAL_AID' } };
    const ends = [await find(world), await find({ ...world, rows: [] }, 'COURT_CASE_NO', UNKNOWN)];
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
    expect(denied.found).toEqual(absent.found);
    expect(costOf(denied)).toEqual(costOf(absent));
  });

  it('a bug in deciding is no permission', async () => {
    const broken = courtFacts({ assignments: null as never });
    expect(await find({ facts: { '12368': [broken] } })).toMatchObject({ end: null, rule: 'deny.error', records: 1 });
  });
});

describe('the demo’s cases', () => {
  it.each<[string, number, CaseNumberKind, string | null, string[]]>([
    ['court.lin', 1, 'COURT_CASE_NO', 'WHOLE', ['12368']],
    ['court.lin', 1, 'POLICE_CASE_NO', 'WHOLE', ['police', '12368']],
    ['court.lin', 9, 'COURT_CASE_NO', null, ['12368']],
    ['court.zhou', 10, 'COURT_CASE_NO', 'WHOLE', ['12368']],
    ['proc.li', 1, 'ACCEPTANCE_NO', 'WHOLE', ['12309']],
    ['proc.intake', 1, 'CASE_UID', 'INTAKE', ['12309']],
    ['police.wang', 2, 'POLICE_CASE_NO', 'POLICE', ['police']],
    ['police.fa', 3, 'POLICE_CASE_NO', 'POLICE', ['police']],
    ['detention.ma', 3, 'CASE_UID', 'CUSTODY_ONLY', ['police']],
    ['lawyer.he', 1, 'COURT_CASE_NO', 'COUNSEL', ['police', '12368', '12309']],
    ['lawyer.he', 2, 'POLICE_CASE_NO', 'OWN_CLIENT', ['police', '12368', '12309']],
    ['legalaid.sun', 1, 'COURT_CASE_NO', 'LEGAL_AID_ONLY', ['12368', 'legal-aid']],
    ['mediator.gao', 14, 'COURT_CASE_NO', 'MEDIATION_ONLY', ['12368']],
    ['court.lin', 4, 'COURT_CASE_NO', null, ['12368']],
    ['police.wang', 0, 'POLICE_CASE_NO', null, ['police']],
  ])('%s, case %d by %s: %s', async (username, caseNo, kind, view, systems) => {
    const world = demoWorld(caseNo, username);
    const [row] = world.rows;
    const number = kind === 'CASE_UID' ? row.caseUid : row.numbers.find((each) => each.kind === kind)?.number;
    const { end, calls } = await find(world, kind, number);
    expect(end).toBe(view);
    expect(calls.filter((call) => call.includes(' facts ')).map((call) => call.split(' ')[0])).toEqual(systems);
  });
});

describe('a case to which another subgraph refers', () => {
  it('is found once in a request, however often and by whatever it is asked for', async () => {
    const { context, calls } = casework();
    const first = await findCase(context, 'COURT_CASE_NO', NUMBER);
    expect(await findReferenced(context, CASE)).toBe(first);
    expect(await findReferenced(context, CASE)).toBe(first);
    expect(calls.filter((call) => call.startsWith('12368'))).toHaveLength(1);
  });

  it('is decided anew where nobody found it', async () => {
    const { context } = casework({ principal: ZHOU });
    expect(await findReferenced(context, CASE)).toBeNull();
  });
});
