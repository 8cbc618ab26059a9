import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { DEMO_CASES } from '#auth/decisions/world.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, found, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

const POLICE_NO = 'A3799990000002025050007';
const REVIEW_NO = '虚检刑捕受〔2025〕379999000007号';
const REVIEW = { kind: 'ACCEPTANCE_NO', number: REVIEW_NO } as const;
const CASE_7 = 'ZF-2025-000007';
const review = DEMO_CASES[7]?.records.find(({ department }) => department === 'PROCURATORATE') as KnownFacts;
const OF_POLICE_CASE = [{ kind: 'POLICE_CASE_NO', number: POLICE_NO }] as const;
const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'PROCURATORATE', system: '12309' });

/** Case 7, of which the registry lacks the procuratorate's number; the procuratorate knows it. */
function case7(username: string, more: Partial<World> = {}, row: Partial<RegisteredCase> = {}) {
  const world = demoWorld(7, username);
  const [whole] = world.rows;
  const numbers = whole.numbers.filter(({ kind }) => kind === 'POLICE_CASE_NO');
  const links = { '12309': [found('ACCEPTANCE_NO', review, OF_POLICE_CASE)] };
  return casework({ ...world, links, rows: [{ ...whole, numbers, ...row }], ...more });
}

async function ask(
  asked: ReturnType<typeof casework>,
  kind: CaseNumberKind = 'POLICE_CASE_NO',
  number: string = POLICE_NO,
) {
  const seen = await findCase(asked.context, kind, number).catch((error: DepartmentError) => error);
  const numbers = seen instanceof Error ? seen.code : (seen?.row.numbers.map((each) => each.number) ?? null);
  return { numbers, searches: asked.calls.filter((call) => call.includes(' links ')), kept: asked.kept, seen };
}

describe('a link that the registry lacks', () => {
  const both = [POLICE_NO, REVIEW_NO];
  const searches = [`12309 links POLICE_CASE_NO ${POLICE_NO}`];
  const kept = [[CASE_7, 'ACCEPTANCE_NO', [REVIEW_NO], '12309']];

  it('is asked for once, and kept with who told of it', async () => {
    const asked = case7('police.wang');
    expect(await ask(asked)).toMatchObject({ numbers: both, searches, kept });
  });

  it('is asked for once, however often a request asks for the case', async () => {
    const asked = case7('police.wang');
    const ends = await Promise.all([ask(asked), ask(asked), ask(asked, 'CASE_UID', CASE_7)]);
    expect(ends.map(({ numbers }) => numbers)).toEqual([both, both, both]);
    expect(asked.calls.filter((call) => call.includes(' links '))).toEqual(searches);
    expect(asked.kept).toHaveLength(1);
  });

  it('is not asked for again where it was found, or where nothing was', async () => {
    const known = case7('police.wang', {}, { numbers: [{ kind: 'POLICE_CASE_NO', number: POLICE_NO }, REVIEW] });
    expect(await ask(known)).toMatchObject({ numbers: both, searches: [], kept: [] });
    const none = case7('police.wang', { links: {} });
    expect(await ask(none)).toMatchObject({ numbers: [POLICE_NO], kept: [[CASE_7, 'ACCEPTANCE_NO', [], '12309']] });
    const searched = case7('police.wang', { searched: ['ACCEPTANCE_NO'] });
    expect(await ask(searched)).toMatchObject({ numbers: [POLICE_NO], searches: [], kept: [] });
  });

  it('is asked for again where the department failed; the case is found without it', async () => {
    const asked = case7('police.wang', { links: { '12309': down } });
    expect(await ask(asked)).toMatchObject({ numbers: [POLICE_NO], searches, kept: [] });
  });

  it.each<[string, ReturnType<typeof casework>]>([
    ['another investigator', case7('police.zhao')],
    ['a judge', case7('court.lin')],
    ['a lawyer', case7('lawyer.he')],
    [
      'within another case',
      case7('police.wang', { envelope: { ...demoWorld(7, 'police.wang').envelope, onlyCase: 'ZF-1' } }),
    ],
  ])('is asked for by nobody who may not see the case: %s', async (_who, asked) => {
    expect(await ask(asked)).toMatchObject({ numbers: null, searches: [], kept: [] });
  });

  it('is asked for in criminal cases alone', async () => {
    expect(await ask(case7('police.wang', {}, { kind: 'CIVIL' }))).toMatchObject({ searches: [], kept: [] });
  });

  it('is not shown where the department names another’s record', async () => {
    const foreign = found('COURT_CASE_NO', courtFacts(), OF_POLICE_CASE);
    const asked = case7('police.wang', { links: { '12309': [foreign] } });
    expect(await ask(asked)).toMatchObject({ numbers: [POLICE_NO], searches, kept: [] });
  });

  it('that the registry refuses, since it is labelled, withdrawn or another case’s, is not shown', async () => {
    expect(await ask(case7('police.wang', { refused: [REVIEW_NO] }))).toMatchObject({ numbers: [POLICE_NO] });
  });

  it('to a sealed record closes the case', async () => {
    const sealed = found('ACCEPTANCE_NO', { ...review, sealed: true }, OF_POLICE_CASE);
    const asked = case7('police.wang', { links: { '12309': [sealed] } });
    expect(await ask(asked)).toMatchObject({ numbers: null, kept });
    expect(asked.context.auditRecords.at(-1)).toMatchObject({
      rule: 'deny.sealed',
      case: expect.stringMatching(/^A-/),
    });
  });
});

describe('a record of the caller’s own department that the registry lacks', () => {
  const searches = [`12309 links POLICE_CASE_NO ${POLICE_NO}`];
  const anyway = ['12309 links POLICE_CASE_NO A0000000000002000010000'];
  const kept = [[CASE_7, 'ACCEPTANCE_NO', [REVIEW_NO], '12309']];
  const NUMBERS: [CaseNumberKind, string][] = [
    ['POLICE_CASE_NO', POLICE_NO],
    ['CASE_UID', CASE_7],
  ];

  describe.each(NUMBERS)('by %s', (kind, number) => {
    it.each([
      ['proc.chen', 'WHOLE', 'permit.prosecutor'],
      ['proc.intake', 'INTAKE', 'permit.case-manager'],
    ])('is found for %s, whom it names', async (username, view, rule) => {
      const asked = case7(username);
      const numbers = [POLICE_NO, REVIEW_NO];
      expect(await ask(asked, kind, number)).toMatchObject({ numbers, searches, kept, seen: { view } });
      expect(asked.context.auditRecords.at(-1)).toMatchObject({ rule, case: CASE_7 });
    });

    it('is kept, and stays closed to whom it does not name', async () => {
      const asked = case7('proc.li');
      expect(await ask(asked, kind, number)).toMatchObject({ numbers: null, searches, kept });
      expect(asked.context.auditRecords.map(({ decision }) => decision)).toEqual(['deny', 'deny']);
    });
  });

  it.each<[string, ReturnType<typeof casework>]>([
    ['searched before', case7('proc.chen', { searched: ['ACCEPTANCE_NO'] })],
    ['sealed', case7('proc.chen', {}, { sealed: true })],
    ['civil', case7('proc.chen', {}, { kind: 'CIVIL' })],
    ['unknown', case7('proc.chen', { rows: [] })],
  ])('is asked for by a number that is never allotted where the case is %s', async (_what, asked) => {
    expect(await ask(asked)).toMatchObject({ numbers: null, searches: anyway, kept: [] });
  });

  it.each<[string, Partial<World>, unknown[]]>([
    ['the department fails', { links: { '12309': down } }, []],
    ['nothing is found', { links: {} }, [[CASE_7, 'ACCEPTANCE_NO', [], '12309']]],
    ['the registry refuses it', { refused: [REVIEW_NO] }, kept],
  ])('leads to no case where %s, and to no error', async (_what, more, expected) => {
    expect(await ask(case7('proc.chen', more))).toMatchObject({ numbers: null, searches, kept: expected });
  });

  it('closes the case where it is sealed', async () => {
    const sealed = { ...review, sealed: true };
    const links = { '12309': [found('ACCEPTANCE_NO', sealed, OF_POLICE_CASE)] };
    const asked = case7('proc.chen', { links });
    expect(await ask(asked)).toMatchObject({ numbers: null, kept });
    expect(asked.context.auditRecords.at(-1)).toMatchObject({ rule: 'deny.sealed' });
  });
});

describe('a number that the registry does not know', () => {
  const searches = [`12309 links ACCEPTANCE_NO ${REVIEW_NO}`];

  it('leads to the case for whom its record permits, and the link is kept', async () => {
    const asked = case7('proc.chen');
    expect(await ask(asked, REVIEW.kind, REVIEW.number)).toMatchObject({
      numbers: [POLICE_NO, REVIEW_NO],
      searches,
      kept: [[CASE_7, 'ACCEPTANCE_NO', [REVIEW_NO], '12309']],
      seen: { view: 'WHOLE' },
    });
    expect(asked.calls.filter((call) => call.startsWith('12309 facts'))).toEqual([`12309 facts ${REVIEW_NO}`]);
    expect(asked.saved).toEqual([[CASE_7, [review]]]);
  });

  it('leads to the case whoever asks, and the case decides', async () => {
    const numbers = [POLICE_NO, REVIEW_NO];
    const kept = [[CASE_7, 'ACCEPTANCE_NO', [REVIEW_NO], '12309']];
    const investigator = await ask(case7('police.wang'), REVIEW.kind, REVIEW.number);
    expect(investigator).toMatchObject({ numbers, searches, kept, seen: { view: 'POLICE' } });
    for (const username of ['court.lin', 'police.zhao', 'lawyer.he'])
      expect(await ask(case7(username), REVIEW.kind, REVIEW.number)).toMatchObject({ numbers: null, searches, kept });
  });

  it.each(['POLICE_CASE_NO', 'COURT_CASE_NO', 'CASE_UID'] as const)(
    'of a kind by which no department finds anything makes nobody be asked: %s',
    async (kind) => {
      expect(await ask(case7('court.lin'), kind, 'unknown')).toMatchObject({ numbers: null, searches: [], kept: [] });
    },
  );

  it.each<[string, Partial<World>, Partial<RegisteredCase>]>([
    ['is sealed', {}, { sealed: true }],
    ['the registry refuses', { refused: [REVIEW_NO] }, {}],
    ['there is not', { rows: [] }, {}],
  ])('leads to no case that %s', async (_what, more, row) => {
    const asked = case7('proc.chen', more, row);
    const { numbers, searches: asks } = await ask(asked, REVIEW.kind, REVIEW.number);
    expect([numbers, asks.filter((call) => call.includes('ACCEPTANCE_NO'))]).toEqual([null, searches]);
  });

  it('leads to no case that another of its records closes', async () => {
    const second = { ...review, recordNo: '虚检刑诉受〔2025〕379999000017号', recusedStaffNos: ['JC0002'] };
    const numbers = [
      { kind: 'POLICE_CASE_NO', number: POLICE_NO },
      { kind: 'ACCEPTANCE_NO', number: second.recordNo },
    ] as const;
    const asked = case7('proc.chen', { facts: { '12309': [review, second] } }, { numbers });
    expect(await ask(asked, REVIEW.kind, REVIEW.number)).toMatchObject({ numbers: null });
    expect(asked.context.auditRecords).toEqual([expect.objectContaining({ rule: 'deny.recused' })]);
  });

  it('is that department’s error where it fails', async () => {
    const asked = case7('proc.chen', { links: { '12309': down } });
    expect(await ask(asked, REVIEW.kind, REVIEW.number)).toMatchObject({ numbers: 'DEPARTMENT_UNAVAILABLE' });
  });

  it('of a court that names no other number is no case', async () => {
    const own = courtFacts({ recordNo: '（2025）鲁9999刑初999998号' });
    const asked = casework({ facts: { '12368': [own] }, links: { '12368': [found('COURT_CASE_NO', own)] } });
    expect(await ask(asked, 'COURT_CASE_NO', own.recordNo)).toMatchObject({ numbers: null, kept: [] });
  });
});
