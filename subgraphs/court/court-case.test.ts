import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { askCase, court } from '#subgraphs/court/court.fixture.ts';
import { FILES, file, hearing } from '#subgraphs/court/files.fixture.ts';

const ALL = `courtCases {
  courtCaseNo rawNumber status procedure cause { name } docketedOn trialLimitOn effectiveOn court { agencyCode name }
  precededBy { courtCaseNo } panel { officerUid displayName title } clerk { displayName } mediator { displayName title }
  hearings { hearingUid kind { name } startsAt room open courtCase { courtCaseNo }
    notices { party { partyKey } document { documentUid code deliveries { to } } dueOn servedAt } }
  fees { noticeNo amountFen noticedOn dueOn state payer { partyKey } }
}`;
const CASE_1 = '（2025）鲁9999刑初999901号';
const CASE_5 = '（2025）鲁9999民初999905号';
const APPEAL = '（2025）鲁99刑终999920号';

const nothing = { procedure: null, cause: null, effectiveOn: null, court: null, clerk: null };
const empty = { panel: [], hearings: [], fees: [] };

it('case 1, whole, to its presiding judge', async () => {
  const answer = await askCase(court(), { name: 'court.lin', caseNo: 1 }, ALL);
  expect(answer.errors).toEqual([]);
  const notice = (partyKey: string, servedAt: string | null) => ({
    party: { partyKey: `${CASE_1}#${partyKey}` },
    document: { documentUid: `12368:S-${partyKey}`, code: 'FY-01', deliveries: [] },
    dueOn: '2025-06-21',
    servedAt,
  });
  expect(answer.case).toEqual({
    courtCases: [
      {
        ...{ courtCaseNo: CASE_1, rawNumber: CASE_1, status: 'SCHEDULED', procedure: 'ORDINARY' },
        ...{ cause: { name: '盗窃罪' }, docketedOn: '2025-05-29', trialLimitOn: '2025-07-29', effectiveOn: null },
        ...{ court: { agencyCode: 'COURT-379999', name: '虚构县人民法院' }, precededBy: null, mediator: null },
        panel: [{ officerUid: 'COURT-379999/FY0001', displayName: '林拟审', title: '审判长' }],
        clerk: { displayName: '苏拟录' },
        hearings: [
          {
            ...{ hearingUid: 'KT-1', kind: { name: '开庭审理' }, startsAt: '2025-06-24T09:00:00+08:00', open: false },
            ...{ room: '第三法庭', courtCase: { courtCaseNo: CASE_1 } },
            notices: [
              notice('1', '2025-06-13T09:40:00+08:00'),
              notice('2', '2025-06-13T10:10:00+08:00'),
              notice('3', null),
            ],
          },
        ],
        fees: [],
      },
    ],
  });
});

it('the appeal of case 10 to a judge of first instance: number, status, docketing and what preceded it', async () => {
  const answer = await askCase(court(), { name: 'court.zhou', caseNo: 10 }, ALL);
  expect(answer.errors).toEqual([]);
  expect((answer.case?.courtCases as readonly unknown[] | undefined)?.[1]).toEqual({
    ...{ courtCaseNo: APPEAL, rawNumber: APPEAL, status: 'DOCKETED', docketedOn: '2025-05-06' },
    ...{ precededBy: { courtCaseNo: '（2025）鲁9999刑初999910号' }, trialLimitOn: null, mediator: null },
    ...{ ...nothing, ...empty },
  });
});

it('case 14 to its mediator: number, status, docketing, limit and mediator', async () => {
  const answer = await askCase(court(), { name: 'mediator.gao', caseNo: 14 }, ALL);
  const number = '（2025）鲁9999诉前调999914号';
  expect(answer.case?.courtCases).toEqual([
    {
      ...{ courtCaseNo: number, rawNumber: number, status: 'EFFECTIVE', docketedOn: '2025-05-20' },
      ...{ trialLimitOn: '2025-06-19', mediator: { displayName: '高拟和', title: '调解员' }, precededBy: null },
      ...{ ...nothing, ...empty },
    },
  ]);
});

describe('what preceded a record', () => {
  const precededBy = 'courtCases { precededBy { courtCaseNo } }';

  it('is not shown where it is not of the case and the caller does not handle it', async () => {
    const answer = await askCase(court(), { name: 'proc.li', caseNo: 10 }, precededBy, [APPEAL]);
    expect(answer.case).toEqual({ courtCases: [{ precededBy: null }] });
  });

  it('is not shown where it is sealed', async () => {
    const sealed = FILES.map((each) =>
      each.record.courtCaseNo === '（2025）鲁9999刑初999910号'
        ? { ...each, facts: { ...each.facts, sealed: true } }
        : each,
    );
    const answer = await askCase(court(sealed), { name: 'proc.li', caseNo: 10, findings: { records: [] } }, precededBy);
    expect(answer.case).toEqual({ courtCases: [] });
  });
});

describe('one’s own side', () => {
  const OWN =
    'courtCases { fees { noticeNo amountFen dueOn state payer { partyKey } } hearings { notices { party { partyKey } } } }';
  const fee = { noticeNo: 'JF-5', amountFen: 1280000, dueOn: '2025-06-20', state: 'UNPAID' };
  const paidBy = { ...fee, payer: { partyKey: `${CASE_5}#1` } };
  const told = (number: string, ...keys: string[]) => [
    { notices: keys.map((key) => ({ party: { partyKey: `${number}#${key}` } })) },
  ];

  it.each<[string, number, unknown]>([
    ['court.clerk', 5, { fees: [paidBy], hearings: told(CASE_5, '1', '2') }],
    ['party.zheng', 5, { fees: [paidBy], hearings: told(CASE_5, '1') }],
    ['party.hua', 5, { fees: [], hearings: told(CASE_5, '2') }],
    ['lawyer.he', 1, { fees: [], hearings: told(CASE_1, '1') }],
    ['proc.li', 1, { fees: [], hearings: told(CASE_1, '1', '2', '3') }],
  ])('%s in case %s', async (name, caseNo, expected) => {
    const answer = await askCase(court(), { name, caseNo }, OWN);
    expect((answer.case?.courtCases as readonly unknown[] | undefined)?.[0]).toEqual(expected);
  });
});

describe('the last day for a notice', () => {
  const DUE = 'courtCases { hearings { notices { dueOn } } }';
  const [first] = FILES;
  const noticed = (changes: Partial<NonNullable<typeof first>>) =>
    court(FILES.map((each) => (each === first ? { ...each, ...changes } : each)));
  const silent = (first?.notices ?? []).map((notice) => ({ ...notice, dueOn: null }));

  it.each<[string, ReturnType<typeof court>, string | null]>([
    ['the court’s own', noticed({ notices: silent.map((each) => ({ ...each, dueOn: '2025-06-20' })) }), '2025-06-20'],
    ['three days before, where it gives none', noticed({ notices: silent }), '2025-06-21'],
    [
      'none of a simplified procedure',
      noticed({ notices: silent, ...(first && { record: { ...first.record, procedure: 'SUMMARY' } }) }),
      null,
    ],
    [
      'none of a pre-trial conference',
      noticed({
        notices: silent,
        hearings: (first?.hearings ?? []).map((each) => ({ ...each, kind: { ...each.kind, name: '庭前会议' } })),
      }),
      null,
    ],
  ])('%s', async (_what, asked, dueOn) => {
    const answer = await askCase(asked, { name: 'lawyer.he', caseNo: 1 }, DUE);
    expect(answer.case).toEqual({ courtCases: [{ hearings: [{ notices: [{ dueOn }] }] }] });
  });
});

it.each<[string, number, boolean | null]>([
  ['court.lin', 1, true],
  ['court.lin', 5, false],
  ['court.zhou', 8, null],
  ['police.wang', 1, null],
  ['mediator.gao', 5, null],
])('whether all hearings are closed: to %s of case %s %s', async (name, caseNo, expected) => {
  const answer = await askCase(court(), { name, caseNo }, 'closedHearingOnly');
  expect(answer.case).toEqual({ closedHearingOnly: expected });
});

it('whether all hearings are closed says nothing of a related record’s, of which only the header is shown', async () => {
  const files = FILES.map((each) => {
    if (each.caseNo !== 10) return each;
    const isAppeal = each.record.courtCaseNo === APPEAL;
    return { ...each, hearings: [{ ...hearing('KT', '2025-03-20T09:00:00', '第一法庭'), open: isAppeal }] };
  });
  const answer = await askCase(court(files), { name: 'court.zhou', caseNo: 10 }, 'closedHearingOnly');
  expect(answer.case).toEqual({ closedHearingOnly: true });
});

it('a court that does not answer leaves its fields null, with its error once asked', async () => {
  const asked = court();
  asked.state.failure = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368' });
  const answer = await askCase(asked, { name: 'court.lin', caseNo: 1, findings: { records: [] } }, ALL);
  expect(answer.case).toEqual({ courtCases: null });
  expect(answer.errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', system: '12368' }) }),
  ]);
  expect(asked.calls).toEqual(['facts 1']);
});

it.each([
  [1, ['1']],
  [20, ['20']],
  [100, ['50', '50']],
])('%s cases: a call for each kind of thing and each 50 of them', async (count, lists) => {
  const numbers = Array.from({ length: count }, (_, index) => `（2025）鲁9999民初${800001 + index}号`);
  const asked = court(
    numbers.map((number, index) => {
      const { hearings, notices, documents, fees } = FILES[1] ?? file(0, number);
      const own = hearings.map((each) => ({ ...each, hearingUid: `KT-${index}` }));
      const assignments = [{ staffNo: 'FY0001', function: 'PRESIDING_JUDGE' }] as const;
      const told = notices.map((each) => ({ ...each, hearingUid: `KT-${index}` }));
      return file(0, number, { facts: { assignments }, hearings: own, notices: told, documents, fees });
    }),
  );
  const answer = await askCase(asked, { name: 'court.lin' }, ALL, numbers);
  expect(answer.errors).toEqual([]);
  expect(answer.case?.courtCases).toHaveLength(count);
  const kinds = ['facts', 'cases', 'hearings', 'fees', 'notices', 'documents'];
  expect([...asked.calls].sort()).toEqual(kinds.flatMap((kind) => lists.map((keys) => `${kind} ${keys}`)).sort());
});
