import { describe, expect, it } from '@jest/globals';
import { courtFacts, held } from '#auth/decisions/facts.fixture.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, demoWorld, NUMBER, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { MOST_ROWS } from '#subgraphs/kit/bounded-lists.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const PARTIES = [party('甲'), party('乙')];
const down = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'JUSTICE', system: 'legal-aid' });
const courtDown = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });

type Found = Record<string, unknown> | null;
const rowsOf = <Row>(found: Found, list: string) => (found?.[list] ?? []) as Row[];

/** Fields of the case for a caller, and the paths and codes of the errors. */
async function ask(fields: string, world: World = {}) {
  const asked = casework({ parties: PARTIES, ...world });
  const number = (world.rows?.[0] ?? CASE).caseUid;
  const query = `{ case(caseUid: "${number}") { ${fields} } }`;
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, asked.context);
  const told = errors.map(publicError) as { path: (string | number)[]; extensions: { code: string } }[];
  const found = JSON.parse(JSON.stringify(data?.case ?? null)) as Found;
  return { found, errors: told.map(({ path, extensions }) => `${path.join('.')} ${extensions.code}`), ...asked };
}

const lawyer = (partyKey: string, licenceNo: string, kind = 'RETAINED') => ({
  partyKey,
  kind,
  licenceNo,
  lawyerName: `律师${licenceNo}`,
  from: '2025-06-03',
  to: null,
  letterNumber: null,
});
const REPRESENTED = 'parties { partyUid representations { kind lawyer { licenceNo } } }';
const licencesOf = (found: Found) =>
  rowsOf<{ partyUid: string; representations: { lawyer: { licenceNo: string } }[] | null }>(found, 'parties').map(
    ({ partyUid, representations }) => [partyUid, representations?.map((each) => each.lawyer.licenceNo) ?? null],
  );

describe('representations of a party', () => {
  const keyed = [
    party('甲', { keys: [{ system: '12368', key: `${NUMBER}#甲` }] }),
    party('乙', { keys: [...party('乙').keys, { system: 'legal-aid', key: 'LA-2025-000001' }] }),
  ];

  it.each([
    ['SUSPECT_OR_DEFENDANT', 'RETAINED'],
    ['VICTIM', 'AGENT'],
  ] as const)('that the %s retained are of the kind %s', async (role, kind) => {
    const lists = { '12368': { representations: [lawyer(`${NUMBER}#甲`, '1')] } };
    const { found } = await ask('parties { representations { kind } }', { lists, parties: [party('甲', { role })] });
    expect(found).toEqual({ parties: [{ representations: [{ kind }] }] });
  });

  it('are that party’s alone, each once though several departments hold it', async () => {
    const lists = {
      '12368': { representations: [lawyer(`${NUMBER}#甲`, '1'), lawyer(`${NUMBER}#乙`, '2', 'NOTIFIED_AID')] },
      'legal-aid': {
        representations: [lawyer('LA-2025-000001', '2', 'NOTIFIED_AID'), lawyer('LA-2025-000001', '3', 'NOTIFIED_AID')],
      },
    };
    const { found, errors } = await ask(REPRESENTED, { lists, parties: keyed });
    expect(errors).toEqual([]);
    expect(licencesOf(found)).toEqual([
      ['PT-甲', ['1']],
      ['PT-乙', ['2', '3']],
    ]);
  });

  it('of an owner that fails are missing where it knows the party: one error at the path, the other rows stay', async () => {
    const lists = {
      '12368': { representations: [lawyer(`${NUMBER}#甲`, '1'), lawyer(`${NUMBER}#乙`, '2')] },
      'legal-aid': { representations: down },
    };
    const { found, errors } = await ask(REPRESENTED, { lists, parties: keyed });
    expect(licencesOf(found)).toEqual([
      ['PT-甲', ['1']],
      ['PT-乙', ['2']],
    ]);
    expect(errors).toEqual(['case.parties.1.representations DEPARTMENT_TIMEOUT']);
  });

  it('of which none is known, while one that knows the party fails, are no empty list', async () => {
    const lists = { 'legal-aid': { representations: down } };
    const { found, errors } = await ask(REPRESENTED, { lists, parties: keyed });
    expect(licencesOf(found)).toEqual([
      ['PT-甲', []],
      ['PT-乙', null],
    ]);
    expect(errors).toEqual(['case.parties.1.representations DEPARTMENT_TIMEOUT']);
  });
});

describe('deadlines', () => {
  const STATES = ['RUNNING', 'DUE_SOON', 'OVERDUE', 'MET', 'STOPPED', 'RESTARTED'];
  const deadline = (state: string, index: number) => ({
    code: `C-${state}`,
    basis: '刑事诉讼法第208条',
    partyKey: state === 'MET' ? `${NUMBER}#乙` : null,
    agencyCode: 'COURT-379999',
    provisional: state === 'OVERDUE',
    startsOn: '2025-05-29',
    dueOn: `2025-07-${29 - index}`,
    state,
    differs: false,
  });
  const lists = { '12368': { deadlines: STATES.map(deadline) } };
  const codes = (found: Found) => rowsOf<{ code: string }>(found, 'deadlines').map(({ code }) => code.slice(2));

  it.each<[string, string[]]>([
    ['', STATES.toReversed()],
    ['(state: RUNNING)', ['RESTARTED', 'OVERDUE', 'DUE_SOON', 'RUNNING']],
    ['(state: DUE_SOON)', ['DUE_SOON']],
    ['(state: STOPPED)', ['STOPPED']],
  ])('%s are by their last day', async (args, expected) => {
    expect(codes((await ask(`deadlines${args} { code }`, { lists })).found)).toEqual(expected);
  });

  it('say whether their last day is certain, whom they concern, or that it is the whole case', async () => {
    const { found } = await ask('deadlines { state provisional subject { partyUid } }', { lists });
    expect(found?.deadlines).toEqual(
      STATES.toReversed().map((state) => ({
        ...{ state, provisional: state === 'OVERDUE' },
        subject: state === 'MET' ? { partyUid: 'PT-乙' } : null,
      })),
    );
  });

  it('that end on the same day are in one order, whatever order their owner gives', async () => {
    const same = ['B', 'C', 'A'].map((code) => ({ ...deadline('RUNNING', 0), code: `C-${code}` }));
    for (const deadlines of [same, same.toReversed()])
      expect(codes((await ask('deadlines { code }', { lists: { '12368': { deadlines } } })).found)).toEqual([
        'A',
        'B',
        'C',
      ]);
  });

  it('of more than a list holds are an error that names the maximum', async () => {
    const deadlines = Array.from({ length: MOST_ROWS + 1 }, () => deadline('RUNNING', 0));
    const { found, errors } = await ask('deadlines { code }', { lists: { '12368': { deadlines } } });
    expect([found, errors]).toEqual([{ deadlines: null }, ['case.deadlines BAD_USER_INPUT']]);
  });

  it('that their owner ends otherwise than the law are noted for the agency whose record it is, without their values', async () => {
    const differing = [
      { ...deadline('RUNNING', 0), code: 'CR-TRIAL', differs: true },
      { ...deadline('RUNNING', 1), code: 'CR-2ND', agencyCode: 'COURT-3799', differs: true },
      deadline('RUNNING', 2),
    ];
    const { noted, errors } = await ask('deadlines { code }', { lists: { '12368': { deadlines: differing } } });
    expect(errors).toEqual([]);
    expect(noted).toEqual(['COURT-379999 12368 deadline CR-TRIAL', 'COURT-3799 12368 deadline CR-2ND']);
  });

  it('of which none is known, while an owner fails, are null with its error', async () => {
    const { found, errors } = await ask('deadlines { code }', { lists: { '12368': { deadlines: courtDown } } });
    expect(found).toEqual({ deadlines: null });
    expect(errors).toEqual(['case.deadlines DEPARTMENT_UNAVAILABLE']);
  });

  it('name every owner that failed', async () => {
    const { found, errors } = await ask('deadlines { code }', {
      lists: { '12368': { deadlines: courtDown }, 'legal-aid': { deadlines: down } },
    });
    expect(found).toEqual({ deadlines: null });
    expect(errors).toEqual(['case.deadlines DEPARTMENT_UNAVAILABLE', 'case.deadlines DEPARTMENT_TIMEOUT']);
  });

  it('of one owner stay where another fails, with one error', async () => {
    const { found, errors } = await ask('deadlines { code }', {
      lists: { ...lists, 'legal-aid': { deadlines: down } },
    });
    expect(codes(found)).toHaveLength(6);
    expect(errors).toEqual(['case.deadlines DEPARTMENT_TIMEOUT']);
  });
});

describe('a person', () => {
  const PERSON = 'parties { person { personUid displayName sexCode idNumberMasked phoneMasked } }';
  const masked = { sexCode: '1', idNumberMasked: '379***********0130', phoneMasked: '139****9901' };
  const lists = {
    '12368': { persons: [{ partyKey: `${NUMBER}#甲`, ...masked }] },
    police: { persons: [{ partyKey: 'police#乙', ...masked, sexCode: '2' }] },
  };
  const named = async (username: string, names: Record<string, boolean>) => {
    const facts = {
      '12368': [courtFacts()],
      '12309': [
        courtFacts({
          department: 'PROCURATORATE',
          agencyCode: 'PROC-379999',
          recordNo: CASE.numbers[1]?.number ?? '',
          assignments: [held('JC0003', 'CASE_MANAGER')],
        }),
      ],
    };
    const parties = Object.entries(names).map(([displayName, protectedIdentity]) =>
      party(displayName, { displayName, protectedIdentity }),
    );
    const { found } = await ask('parties { person { displayName } }', { facts, parties, envelope: user(username) });
    return rowsOf<{ person: { displayName: string } }>(found, 'parties').map(({ person }) => person.displayName);
  };
  const NAMES = { 张拟甲: false, 𠮷拟午: false, 㛃拟𠮷: false, 证人甲: true };

  it('has the whole name for who handles the case', async () => {
    expect(await named('court.lin', NAMES)).toEqual(['张拟甲', '𠮷拟午', '㛃拟𠮷', '证人甲']);
  });

  it('has a surname for case management, whole characters of it, and an alias stays an alias', async () => {
    expect(await named('proc.intake', NAMES)).toEqual(['张某某', '𠮷某某', '㛃某某', '证人甲']);
  });

  it('is as the first department says that knows the person', async () => {
    const { found, errors } = await ask(PERSON, { lists });
    expect(errors).toEqual([]);
    expect(found?.parties).toEqual([
      { person: { personUid: 'P-甲', displayName: '某甲', ...masked } },
      { person: { personUid: 'P-乙', displayName: '某乙', ...masked, sexCode: '2' } },
    ]);
  });

  it('whose number the department cannot read has an error there and nowhere else', async () => {
    const unreadable = { ...masked, partyKey: `${NUMBER}#甲`, idNumberMasked: null, idNumberUnreadable: true };
    const { found, errors } = await ask(PERSON, { lists: { ...lists, '12368': { persons: [unreadable] } } });
    expect(errors).toEqual(['case.parties.0.person.idNumberMasked DEPARTMENT_DATA_INVALID']);
    expect(rowsOf<{ person: object }>(found, 'parties')[0]).toEqual({
      person: { personUid: 'P-甲', displayName: '某甲', ...masked, idNumberMasked: null },
    });
  });

  it('of whom nobody knows anything is not the error of a department that does not know the party', async () => {
    const world = { lists: { ...lists, 'legal-aid': { persons: down } } };
    expect((await ask(PERSON, world)).errors).toEqual([]);
    const { found, errors } = await ask('parties { person { sexCode } }', {
      lists: { '12368': { persons: courtDown } },
    });
    expect(found?.parties).toEqual([{ person: { sexCode: null } }, { person: { sexCode: null } }]);
    expect(errors).toEqual([0, 1].map((index) => `case.parties.${index}.person.sexCode DEPARTMENT_UNAVAILABLE`));
  });

  it('is asked of nobody for whose view it is closed', async () => {
    const { calls, found } = await ask('parties { person { idNumberMasked } }', {
      ...demoWorld(1, 'proc.intake'),
      lists: { '12368': { persons: [{ partyKey: `${NUMBER}#甲`, ...masked }] } },
    });
    expect(found?.parties).toEqual([{ person: { idNumberMasked: null } }, { person: { idNumberMasked: null } }]);
    expect(calls.filter((call) => call.includes(' persons '))).toEqual([]);
  });
});

describe('a narrow view', () => {
  const EVERYTHING =
    'caseUid kind currentStage parties { partyUid } documents { title } transfers { status } deadlines { code }';
  it.each<[string, number, string[]]>([
    ['legalaid.sun', 1, []],
    ['mediator.gao', 14, []],
    ['detention.ma', 1, ['PT-甲']],
  ])('%s: id, kind, stage, and nothing of the lists', async (username, caseNo, parties) => {
    const world = demoWorld(caseNo, username);
    const [row] = world.rows;
    const key = 'A3799990000002025030001#1';
    const registered = [party('甲', { keys: [{ system: 'police', key }] }), party('乙')];
    const { found, errors } = await ask(EVERYTHING, { ...world, parties: registered });
    expect(errors).toEqual([]);
    expect(found).toEqual({
      caseUid: row.caseUid,
      kind: 'CRIMINAL',
      currentStage: row.currentStage,
      parties: parties.map((partyUid) => ({ partyUid })),
      documents: [],
      transfers: [],
      deadlines: [],
    });
  });
});

describe('a party’s measures', () => {
  const measure = (measureUid: string, endedOn: string | null, partyKey = 'police#甲') => ({
    measureUid,
    partyKey,
    kind: 'DETENTION',
    decidedBy: 'POLICE-379999',
    approvedBy: null,
    executedBy: null,
    from: null,
    limitOn: null,
    endedOn,
    familyNotifiedAt: null,
    documentUid: null,
  });

  it('are that party’s; the one in force is the last that has not ended', async () => {
    const measures = [measure('m-1', '2025-03-14'), measure('m-2', null), measure('m-3', '2025-04-01', 'police#乙')];
    const { found } = await ask('parties { measures { measureUid } currentMeasure { measureUid } }', {
      lists: { police: { measures } },
    });
    expect(found?.parties).toEqual([
      { measures: [{ measureUid: 'm-1' }, { measureUid: 'm-2' }], currentMeasure: { measureUid: 'm-2' } },
      { measures: [{ measureUid: 'm-3' }], currentMeasure: null },
    ]);
  });

  const WS1 = {
    ...{
      documentUid: 'police:WS1',
      code: { scheme: 'DOCUMENT-CATALOGUE', code: 'GA-03', name: '拘留证' },
      title: '拘留证',
    },
    ...{ number: '虚公（刑）拘字〔2025〕00009号', issuer: 'POLICE-379999', issuedOn: '2025-03-05', sealed: true },
    ...{ signatureValid: true, digest: null, deliveries: [] },
  };
  const policeDown = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'POLICE', system: 'police' });

  it.each([
    ['the one of the case’s documents', { police: { documents: [WS1] } }, { title: '拘留证' }, []],
    [
      'as the department has it that issued it, of which the police hold a copy',
      {
        police: { documents: [{ ...WS1, issuer: 'COURT-379999', title: '副本' }] },
        '12368': { documents: [{ ...WS1, documentUid: '12368:7', issuer: 'COURT-379999' }] },
      },
      { title: '拘留证' },
      [],
    ],
    ['none where the caller may not see it', { police: { documents: [] } }, null, []],
    [
      'though another department is down',
      { police: { documents: [WS1] }, '12368': { documents: courtDown } },
      { title: '拘留证' },
      [],
    ],
    [
      'an error where its own is',
      { police: { documents: policeDown } },
      null,
      ['case.parties.0.measures.0.document DEPARTMENT_TIMEOUT'],
    ],
  ])('have their document: %s', async (_what, lists, document, expected) => {
    const measures = [{ ...measure('m-1', null), documentUid: 'police:WS1' }];
    const { found, errors } = await ask('parties { measures { document { title } } }', {
      lists: { ...lists, police: { ...lists.police, measures } },
    });
    expect([found?.parties, errors]).toEqual([[{ measures: [{ document }] }, { measures: [] }], expected]);
  });
});

it('parties of a role alone', async () => {
  const parties = [...PARTIES, party('丁', { role: 'VICTIM' })];
  expect((await ask('parties(role: VICTIM) { partyUid }', { parties })).found).toEqual({
    parties: [{ partyUid: 'PT-丁' }],
  });
});
