import { describe, expect, it } from '@jest/globals';
import { courtFacts, held } from '#auth/decisions/facts.fixture.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, demoWorld, party, found as record, type World } from '#subgraphs/casework/casework.fixture.ts';
import { MAX_CASES, myCases } from '#subgraphs/casework/my-cases.ts';

/** This many cases of 2025, each with one court record of its own. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...CASE,
    caseUid: `ZF-2025-${String(index + 1).padStart(6, '0')}`,
    numbers: [{ kind: 'COURT_CASE_NO', number: `（2025）鲁9999刑初${index + 1}号` }] as const,
  }));
const factsOf = (rows: ReturnType<typeof many>, handled = (_index: number) => true) => ({
  '12368': rows.map(({ numbers: [{ number }] }, index) =>
    courtFacts({ recordNo: number, ...(!handled(index) && { assignments: [] }) }),
  ),
});
async function list(world: World, page: Partial<Parameters<typeof myCases>[1]> = {}) {
  const { context, calls } = casework(world);
  const found = await myCases(context, { stage: null, first: 20, after: null, ...page }).catch((error: Error) => error);
  return { found: found instanceof Error ? found : found.map(({ row }) => row.caseUid), calls, context };
}

describe('one’s own cases', () => {
  const rows = many(100);
  it.each([1, 20, 100])('%d cost a look-up and a call for each fifty', async (first) => {
    const { found, calls } = await list({ rows, facts: factsOf(rows) }, { first });
    expect(found).toEqual(rows.slice(0, first).map(({ caseUid }) => caseUid));
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'holder FY0001,COURT-379999,sub-of-lin',
      ...Array.from({ length: Math.ceil(first / 50) }, () => '12368 facts'),
    ]);
  });

  it('begin after one, at one stage', async () => {
    const { found, calls } = await list(
      { rows, facts: factsOf(rows) },
      { first: 2, after: 'zf-2025-000007', stage: 'FIRST_INSTANCE' },
    );
    expect(found).toEqual(['ZF-2025-000008', 'ZF-2025-000009']);
    expect(calls[0]).toMatch(/ FIRST_INSTANCE 2 ZF-2025-000007$/);
  });

  it('are those that are the caller’s still: what the registry remembers is decided anew, and is on record', async () => {
    const few = many(3);
    const { found, context } = await list({ rows: few, facts: factsOf(few, (index) => index !== 1) });
    expect(found).toEqual(['ZF-2025-000001', 'ZF-2025-000003']);
    expect(context.auditRecords.map(({ rule }) => rule)).toEqual([
      'permit.court-handler',
      'deny.not-assigned',
      'permit.court-handler',
    ]);
  });

  it.each<[number, number[]]>([
    [2, [3, 4]],
    [3, [3, 4, 5]],
    [5, [3, 4, 5, 7]],
    [7, [3, 4, 5, 7]],
  ])('fill a page of %d up for those that are denied, until there are no more', async (first, expected) => {
    const seven = many(7);
    const { found, calls } = await list({ rows: seven, facts: factsOf(seven, handled) }, { first });
    expect(found).toEqual(expected.map((serial) => `ZF-2025-00000${serial}`));
    const pages = calls.filter((call) => call.startsWith('holder')).map((call) => call.split(' null ')[1]);
    expect(pages).toEqual(PAGES[first]);
  });
  const handled = (index: number) => ![0, 1, 5].includes(index);
  /** How many candidates are asked for, after which. */
  const PAGES: Readonly<Record<number, string[]>> = {
    2: ['2 null', '2 ZF-2025-000002'],
    3: ['3 null', '2 ZF-2025-000003'],
    5: ['5 null', '2 ZF-2025-000005', '1 ZF-2025-000007'],
    7: ['7 null', '3 ZF-2025-000007'],
  };

  it.each<[string, object]>([
    ['none', { first: 0 }],
    ['fewer than none', { first: -1 }],
    ['more than a page', { first: MAX_CASES + 1 }],
    ['after what is no case', { after: '379999198506120130' }],
  ])('%s: refused, without a question to anybody', async (_what, page) => {
    const { found, calls } = await list({}, page);
    expect(found).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(`${found}`).not.toContain('379999198506120130');
    expect(calls).toEqual([]);
  });
});

describe('within x-case', () => {
  const rows = many(3);
  const [first] = rows;
  const within = (onlyCase: string, world: World = {}, page: Partial<Parameters<typeof myCases>[1]> = {}) =>
    list({ rows, facts: factsOf(rows), envelope: { onlyCase }, ...world }, page);
  const work = ({ calls }: Awaited<ReturnType<typeof within>>) =>
    calls.map((call) => call.split(' ').slice(0, 2).join(' ')).filter((call) => !call.startsWith('access'));

  it('it is the one case, on its page and at its stage', async () => {
    expect((await within('ZF-2025-000001')).found).toEqual(['ZF-2025-000001']);
    expect((await within('ZF-2025-000001', {}, { after: 'ZF-2025-000001' })).found).toEqual([]);
    expect((await within('ZF-2025-000001', {}, { stage: 'CLOSED' })).found).toEqual([]);
  });

  it('that the caller lost, that there is not: none, at the same cost', async () => {
    const lost = await within('ZF-2025-000001', { facts: factsOf(rows, () => false) });
    const none = await within('ZF-2025-000099', { facts: factsOf(rows, () => false) });
    expect([lost.found, none.found, work(lost)]).toEqual([[], [], work(none)]);
  });

  it('that a broken glass opens: it is nobody’s own', async () => {
    const grant = {
      grantUid: 'G-1',
      kind: 'BREAK_GLASS',
      caseUid: first?.caseUid ?? '',
      agency: 'COURT-379999',
    } as const;
    const grants = [{ ...grant, fields: [], until: '2999-01-01T00:00:00+08:00' }];
    expect((await within('ZF-2025-000001', { grants, facts: factsOf(rows, () => false) })).found).toEqual([]);
  });

  it('whose department fails: one error at the list', async () => {
    const late = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368' });
    const { found, context } = await within('ZF-2025-000001', { facts: { '12368': late } });
    expect([found, context.partialErrors.map(({ error }) => error.code)]).toEqual([[], ['DEPARTMENT_TIMEOUT']]);
  });
});

describe('cases whose department fails', () => {
  const failure = { code: 'DEPARTMENT_DATA_INVALID', department: 'COURT', system: '12368' } as const;
  const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });
  const told = ({ context }: Awaited<ReturnType<typeof list>>) =>
    context.partialErrors.map(({ path, error }) => [path.join('.'), error.toExtensions().code, error.message]);

  it('are left out, the others stay, with one error at the list', async () => {
    const rows = many(4);
    const facts = factsOf(rows)['12368'].map((each, index) =>
      index % 2 === 0 ? each : { recordNo: each.recordNo, failure },
    );
    const listed = await list({ rows, unasked: { '12368': facts } }, { first: 4 });
    expect(listed.found).toEqual(['ZF-2025-000001', 'ZF-2025-000003']);
    const { message } = new DepartmentError(failure.code, failure);
    expect(told(listed)).toEqual([['myCases', failure.code, message]]);
  });

  it('are not gone through for a page that cannot be filled', async () => {
    const rows = many(100);
    const listed = await list({ rows, facts: { '12368': down } });
    expect(listed.found).toEqual([]);
    expect(told(listed)).toHaveLength(1);
    expect(listed.calls.filter((call) => call.startsWith('holder'))).toHaveLength(1);
  });

  it('are one error a system', async () => {
    const numbered = (caseUid: string, court: string, police: string) =>
      ({
        ...{ ...CASE, caseUid },
        numbers: [
          { kind: 'COURT_CASE_NO', number: court },
          { kind: 'POLICE_CASE_NO', number: police },
        ],
      }) as const;
    const rows = [numbered('ZF-1', 'C1', 'P1'), numbered('ZF-2', 'C2', 'P2'), numbered('ZF-3', 'C3', 'P3')];
    const stated = (recordNo: string) => courtFacts({ recordNo, assignments: [held('13799202010999001', 'COUNSEL')] });
    const unasked = {
      police: [{ recordNo: 'P1', failure: { ...failure, department: 'POLICE', system: 'police' } }],
      '12368': [stated('C1'), ...['C2', 'C3'].map((recordNo) => ({ recordNo, failure }))],
    };
    const listed = await list({ rows, unasked, envelope: user('lawyer.he') }, { first: 3 });
    expect(listed.found).toEqual([]);
    expect(listed.context.partialErrors.map(({ error }) => error)).toMatchObject([
      { code: failure.code, system: 'police' },
      { code: failure.code, system: '12368' },
    ]);
  });
});

describe('a record of the caller’s that belongs to no case yet', () => {
  const world = demoWorld(7, 'proc.chen');
  const [whole] = world.rows;
  const [policeNo, reviewNo] = ['A3799990000002025050007', '虚检刑捕受〔2025〕379999000007号'];
  const REVIEW = { kind: 'ACCEPTANCE_NO', number: reviewNo } as const;
  const [facts = courtFacts()] = (world.facts?.['12309'] ?? []) as ReturnType<typeof courtFacts>[];
  const links = { '12309': [record('ACCEPTANCE_NO', facts, [{ kind: 'POLICE_CASE_NO', number: policeNo }])] };
  const rows = [{ ...whole, numbers: whole.numbers.filter(({ kind }) => kind === 'POLICE_CASE_NO') }];
  const waiting: World = { ...world, rows, links, leftOut: [REVIEW] };
  const searches = (calls: readonly string[]) => calls.filter((call) => call.includes(' links '));

  it('is searched for before the list, linked, and not searched for again', async () => {
    const { context, calls, kept } = casework(waiting);
    const page = { stage: null, first: 20, after: null };
    const [first] = await myCases(context, page);
    expect(first?.row.numbers).toContainEqual(REVIEW);
    expect(kept).toEqual([[whole.caseUid, 'ACCEPTANCE_NO', [reviewNo], '12309']]);
    expect(searches(calls)).toEqual([`12309 links ACCEPTANCE_NO ${reviewNo}`]);
    expect(calls.findIndex((call) => call.includes(' links '))).toBeLessThan(
      calls.findIndex((call) => call.startsWith('holder')),
    );
    await myCases(context, page);
    expect(searches(calls)).toHaveLength(1);
  });

  it('is searched for once more where its department failed, which is an error at the list', async () => {
    const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'PROCURATORATE', system: '12309' });
    const { context, calls } = casework({ ...waiting, facts: { '12309': down } });
    await myCases(context, { stage: null, first: 20, after: null });
    expect(context.partialErrors.map(({ error }) => error.code)).toEqual(['DEPARTMENT_UNAVAILABLE']);
    expect(await context.links.leftOutOf([])).toEqual([REVIEW]);
    expect(searches(calls)).toEqual([]);
  });

  it('is not searched for once more on the same day where it cannot be read, which is an error at the list once', async () => {
    const unreadable = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'PROCURATORATE', system: '12309' });
    const { context, calls } = casework({ ...waiting, links: { '12309': unreadable } });
    await myCases(context, { stage: null, first: 20, after: null });
    expect(context.partialErrors.map(({ error }) => error.code)).toEqual(['DEPARTMENT_DATA_INVALID']);
    expect([await context.links.leftOutOf([]), searches(calls).length]).toEqual([[], 1]);
  });

  it('is searched for by nobody within x-case', async () => {
    const { found, calls } = await list({ ...waiting, envelope: { ...world.envelope, onlyCase: 'ZF-2025-000001' } });
    expect([found, calls.filter((call) => call.includes(reviewNo))]).toEqual([[], []]);
  });
});

describe('a party’s own cases', () => {
  const envelope = user('party.zheng');
  it('are those in which the person behind the account is', async () => {
    const parties = [party('寅', { personUid: 'P-zheng', keys: [] })];
    const { found, calls } = await list({ envelope, parties, person: 'P-zheng' });
    expect(found).toEqual([CASE.caseUid]);
    expect(calls.slice(0, 2)).toEqual([
      'account https://issuer.test/realms/zhengfa sub-of-party.zheng',
      'person P-zheng null 20 null',
    ]);
  });

  it('are none while nobody has checked who it is', async () => {
    const { found, calls } = await list({ envelope });
    expect(found).toEqual([]);
    expect(calls).toHaveLength(1);
  });
});
