import { describe, expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { CourtCaseStatus } from '#schema/enums/court-case-status.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { askOwner, court } from '#subgraphs/court/court.fixture.ts';
import { FILES, file } from '#subgraphs/court/files.fixture.ts';
import { stageOf } from '#subgraphs/court/ingest.ts';

const INGEST = ['platform.ingest'];
const pages = (asked = court(), after: string | null = null, limit = 500) =>
  askOwner(asked, { name: 'nobody' }, { ask: 'page', after, limit }, INGEST);

it('each record makes a case of its kind, at its stage, with the numbers that can be read', async () => {
  const rows = await pages();
  const told = rows.map(({ recordNo, caseUid, caseKind, stage, linkedNumbers }) => [
    ...[recordNo, caseUid, caseKind, stage],
    (linkedNumbers as readonly { kind: string; number: string }[])
      .map(({ kind, number }) => `${kind} ${number}`)
      .join(),
  ]);
  expect(told).toEqual(
    [
      ['（2014）虚民初字第123号', 'ZF-2014-000008', 'CIVIL', 'CLOSED', ''],
      [
        ...['（2025）鲁9999刑初999901号', null, 'CRIMINAL', 'FIRST_INSTANCE'],
        'ACCEPTANCE_NO 虚检刑诉受〔2025〕379999000011号',
      ],
      ['（2025）鲁9999刑初999909号', null, 'CRIMINAL', 'FIRST_INSTANCE', ''],
      ['（2025）鲁9999刑初999910号', null, 'CRIMINAL', 'FIRST_INSTANCE', ''],
      ['（2025）鲁9999刑初999912号', null, 'CRIMINAL', 'EXECUTION', ''],
      [
        ...['（2025）鲁9999民初999905号', 'ZF-2025-000005', 'CIVIL', 'FIRST_INSTANCE'],
        'COURT_CASE_NO （2025）鲁9999诉前调999915号',
      ],
      ['（2025）鲁9999诉前调999914号', 'ZF-2025-000014', 'MEDIATION', 'ACCEPTANCE', ''],
      ['（2025）鲁9999诉前调999915号', 'ZF-2025-000005', 'MEDIATION', 'ACCEPTANCE', ''],
      [
        ...['（2025）鲁99刑终999920号', null, 'CRIMINAL', 'SECOND_INSTANCE'],
        'COURT_CASE_NO （2025）鲁9999刑初999910号',
      ],
    ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

it('a record is taken in with its facts and its parties, and no identity number', async () => {
  const [record] = (await pages()).filter(({ recordNo }) => recordNo === '（2025）鲁9999刑初999901号');
  const person = { personUid: expect.stringMatching(/^P/), protectedIdentity: false };
  expect(record).toMatchObject({
    kind: 'COURT_CASE_NO',
    facts: {
      ...{ department: 'COURT', agencyCode: 'COURT-379999', sealed: false },
      assignments: [
        { holder: 'FY0001', function: 'PRESIDING_JUDGE', partyKey: null },
        { holder: 'FY0003', function: 'CLERK', partyKey: null },
        { holder: '13799202010999001', function: 'COUNSEL', partyKey: '（2025）鲁9999刑初999901号#1' },
      ],
    },
    parties: [
      { partyKey: '（2025）鲁9999刑初999901号#1', displayName: '张拟甲', role: 'SUSPECT_OR_DEFENDANT', ...person },
      { displayName: '李拟乙', legalStatus: 'DEFENDANT', minorAtOffence: false },
      { displayName: '王拟丙', minorAtOffence: true },
      { displayName: '赵拟丁', role: 'VICTIM', legalStatus: 'NOT_APPLICABLE' },
    ],
  });
  expect(JSON.stringify(record)).not.toMatch(/198506120130|199208180164|200803020152|199505240185|139000/);
});

it('a person is named alike in every record', async () => {
  const uids = (await pages()).flatMap(({ parties }) =>
    (parties as readonly { displayName: string; personUid: string }[]).filter(
      ({ displayName }) => displayName === '郑拟寅',
    ),
  );
  expect(uids).toHaveLength(3);
  expect(new Set(uids.map(({ personUid }) => personUid)).size).toBe(1);
});

it('pages go on behind a record', async () => {
  const first = await pages(court(), null, 2);
  const second = await pages(court(), String(first.at(-1)?.pageKey), 2);
  expect([...first, ...second].map(({ recordNo, pageKey }) => [recordNo, pageKey])).toEqual([
    ['（2014）虚民初字第123号', '(2014)虚民初字第123号'],
    ['（2025）鲁9999刑初999901号', '（2025）鲁9999刑初999901号'],
    ['（2025）鲁9999刑初999909号', '（2025）鲁9999刑初999909号'],
    ['（2025）鲁9999刑初999910号', '（2025）鲁9999刑初999910号'],
  ]);
});

it('a record that cannot be read keeps its place', async () => {
  const { system } = court();
  const error = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368' });
  const page = async () => [new UnreadableRecord('（2025）鲁9999刑初999901号', error)];
  expect(
    await askOwner({ system: { ...system, page } }, { name: 'nobody' }, { ask: 'page', after: null, limit: 1 }, INGEST),
  ).toEqual([{ pageKey: '（2025）鲁9999刑初999901号', unreadable: true }]);
});

it('only the ingest may ask for pages', async () => {
  const asked = askOwner(court(), { name: 'court.lin' }, { ask: 'page', after: null, limit: 1 });
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

describe('records by their numbers', () => {
  const APPEAL = '（2025）鲁99刑终999920号';
  const links = (numbers: readonly string[], files = FILES) =>
    askOwner(court(files), { name: 'court.lin' }, { ask: 'links', kind: 'COURT_CASE_NO', numbers });

  it('name the case before', async () => {
    expect(await links([APPEAL, '（2025）鲁9999刑初999999号'])).toMatchObject([
      { recordNo: APPEAL, linkedNumbers: [{ kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999910号' }] },
    ]);
  });

  it('none of a labelled one', async () => {
    expect(await links([APPEAL], [file(0, APPEAL, { facts: { labelled: true } })])).toEqual([]);
  });
});

it.each<[string, CourtCaseStatus, string]>([
  ['（2025）鲁9999刑初1号', 'RECEIVED', 'ACCEPTANCE'],
  ['（2025）鲁9999刑初1号', 'JUDGED', 'FIRST_INSTANCE'],
  ['（2025）鲁9999刑初1号', 'WITHDRAWAL_PERMITTED', 'CLOSED'],
  ['（2025）鲁99刑终1号', 'EFFECTIVE', 'EXECUTION'],
  ['（2025）鲁9999刑再1号', 'IN_TRIAL', 'RETRIAL'],
  ['（2025）鲁9999民初1号', 'EFFECTIVE', 'CLOSED'],
  ['（2025）鲁9999执1号', 'DOCKETED', 'EXECUTION'],
  ['（2025）鲁9999执1号', 'EFFECTIVE', 'CLOSED'],
])('%s, %s: the case is at %s', (number, status, stage) => {
  expect(stageOf(number as CourtCaseNo, status)).toBe(stage);
});
