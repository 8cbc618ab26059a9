import { describe, expect, it } from '@jest/globals';
import { caseSeen, LOOKS, NO_ROWS, objectsWith } from '#tests/graph/views/everything.ts';

type Row = Record<string, never>;
interface CaseSeen {
  readonly [list: string]: unknown;
  readonly parties: readonly (Row & { person: Row })[];
  readonly arrestReviews: readonly Row[];
  readonly prosecutionReviews: readonly Row[];
  readonly courtCases: readonly Row[];
  readonly documents: readonly Row[];
  readonly transfers: readonly Row[];
  readonly deadlines: readonly Row[];
}

const seen = (user: string, caseNo: number) => caseSeen<CaseSeen>(user, caseNo);
const filled = (of: CaseSeen) => Object.keys(of).filter((list) => Array.isArray(of[list]) && of[list].length > 0);
const names = (value: unknown) => [
  ...new Set(objectsWith(value, 'displayName', 'personUid').map(({ displayName }) => displayName)),
];
const values = (rows: readonly Record<string, unknown>[], field: string) =>
  [...new Set(rows.map((row) => row[field]))].sort();
const titles = (of: CaseSeen) => values(of.documents, 'title');
/** To whom the documents of an answer were delivered. */
const served = (value: unknown) => [...new Set(objectsWith(value, 'to', 'method').map(({ to }) => to))].sort();

const OF_A_REVIEW = ['parties', 'prosecutionReviews', 'documents', 'transfers', 'deadlines'];
const OF_A_TRIAL = ['policeCases', 'courtCases', ...OF_A_REVIEW];

describe('which lists hold anything', () => {
  it.each<[string, number, readonly string[]]>([
    ['court.lin', 1, [...OF_A_TRIAL, 'arrestReviews', 'legalAidCases']],
    ['proc.li', 1, [...OF_A_TRIAL, 'arrestReviews', 'legalAidCases']],
    ['police.wang', 1, ['policeCases', 'arrestReviews', ...OF_A_REVIEW]],
    ['lawyer.he', 1, ['parties', 'arrestReviews', 'prosecutionReviews', 'courtCases', 'documents', 'deadlines']],
    ['proc.intake', 1, ['parties', 'arrestReviews', 'prosecutionReviews', 'transfers', 'deadlines']],
    ['proc.intake', 13, ['parties', 'transfers']],
    ['court.lin', 5, ['parties', 'courtCases', 'documents', 'deadlines']],
    ['party.zheng', 5, ['parties', 'courtCases', 'documents']],
    ['party.hua', 14, ['parties', 'courtCases', 'documents']],
    ['court.zhou', 8, ['parties', 'courtCases']],
    ['court.zhou', 10, OF_A_TRIAL],
  ])('%s, case %i: %j', async (user, caseNo, lists) => {
    expect(filled(await seen(user, caseNo)).sort()).toEqual([...lists].sort());
  });
});

describe('the same office, the same view', () => {
  it.each([
    ['court.clerk', 'court.lin', 1],
    ['court.clerk', 'court.lin', 5],
    ['police.fa', 'police.wang', 3],
  ])('%s sees what %s sees of case %i', async (user, colleague, caseNo) => {
    expect(await seen(user, caseNo)).toEqual(await seen(colleague, caseNo));
  });
});

describe('police.wang, case 1: police fields, and what was decided and addressed to the police', () => {
  it('the persons whole, with measures and custody; of the defence nothing', async () => {
    const { parties } = await seen('police.wang', 1);
    expect(
      parties.map(({ person, currentMeasure, custody, representations }) => [
        person.displayName,
        currentMeasure,
        custody !== null,
        representations,
      ]),
    ).toEqual([
      ['张拟甲', { kind: 'ARREST' }, true, []],
      ['李拟乙', { kind: 'BAIL' }, false, []],
      ['王拟丙', { kind: 'BAIL' }, false, []],
      ['赵拟丁', null, false, []],
    ]);
  });

  it('the decisions on arrest, each with its document; the outcomes, without the indictment, which went to the court', async () => {
    const { arrestReviews, prosecutionReviews } = await seen('police.wang', 1);
    expect(arrestReviews).toMatchObject([
      {
        decisions: [
          { decision: 'APPROVED', document: { title: '批准逮捕决定书' } },
          { decision: 'REFUSED_NO_NECESSITY', document: { title: '不批准逮捕决定书' } },
          { decision: 'REFUSED_NO_NECESSITY', document: { title: '不批准逮捕决定书' } },
        ],
      },
    ]);
    const outcome = { outcome: 'PROSECUTED', on: '2025-05-28', document: null };
    expect(prosecutionReviews).toMatchObject([
      { returnsUsed: 1, returns: [{ outline: { title: '补充侦查提纲' } }], outcomes: [outcome, outcome, outcome] },
    ]);
  });

  it('no document, hand-over or period of the court or of legal aid', async () => {
    const file = await seen('police.wang', 1);
    expect(titles(file)).toEqual(
      [
        ...[
          '立案决定书',
          '拘留证',
          '提请批准逮捕书',
          '逮捕证',
          '取保候审决定书',
          '现场勘验笔录',
          '起诉意见书',
          '补充侦查报告书',
        ],
        ...['批准逮捕决定书', '不批准逮捕决定书', '补充侦查决定书', '补充侦查提纲'],
      ].sort(),
    );
    expect(file.transfers.map(({ kind }) => kind)).toEqual([
      ...['ARREST_REQUEST', 'ARREST_DECISION', 'PROSECUTION_REFERRAL', 'SUPPLEMENT_RETURN', 'SUPPLEMENT_RESUBMIT'],
    ]);
    expect(values(file.deadlines, 'code')).toEqual([
      ...[
        'CR-ARREST-REVIEW',
        'CR-DET-SUBMIT',
        'CR-FILE',
        'CR-INV-CUSTODY',
        'CR-RECEIPT',
        'CR-REVIEW',
        'CR-SUPP',
        'MS-BAIL',
      ],
    ]);
    expect(served(file)).toEqual(['虚构县公安局']);
    expect(file.closedHearingOnly).toBeNull();
  });
});

describe('proc.intake: what came in, names masked', () => {
  const CASES = LOOKS.flatMap(([user, caseNo]) => (user === 'proc.intake' ? [caseNo] : []));

  it.each(CASES)('case %i', async (caseNo) => {
    const file = await seen('proc.intake', caseNo);
    expect(file).toMatchObject({ policeCases: [], courtCases: [], legalAidCases: [], closedHearingOnly: null });
    expect(file.parties.length).toBeGreaterThan(0);
    for (const { person, ...rows } of objectsWith(file, 'partyUid', 'person')) {
      expect(rows).toMatchObject(NO_ROWS);
      expect(person).toMatchObject({
        displayName: expect.stringMatching(/^(\p{Script=Han}某某|证人甲|被害人甲)$/u),
        ...{ sexCode: null, idNumberMasked: null, phoneMasked: null },
      });
    }
    for (const review of file.arrestReviews) expect(review).toMatchObject({ decisions: [] });
    for (const review of file.prosecutionReviews)
      expect(review).toMatchObject({ returnsUsed: null, returnsLeft: null, returns: [], outcomes: [] });
    for (const { to } of file.transfers) expect(to).toEqual({ agencyCode: 'PROC-379999' });
    // Not even the title of what was decided.
    expect(JSON.stringify(file)).not.toMatch(/批准逮捕决定书|起诉书|补充侦查提纲|补充侦查决定书/);
    expect(served(file)).toEqual([]);
  });

  it('case 1: the surnames', async () => {
    expect(names(await seen('proc.intake', 1))).toEqual(['张某某', '李某某', '王某某', '赵某某']);
  });

  it('case 13: what is missing in the package', async () => {
    const { transfers } = await seen('proc.intake', 13);
    expect(transfers).toMatchObject([
      { kind: 'PROSECUTION_REFERRAL', status: 'DELIVERED', from: { agencyCode: 'POLICE-379999' } },
    ]);
    const [{ checklist = [] } = {}] = transfers as unknown as { checklist: Row[] }[];
    expect(checklist.filter(({ present }) => !present)).toMatchObject([{ label: '随案移送清单', required: true }]);
  });
});

describe('lawyer.he, case 1: the file (CPL 40)', () => {
  it('all parties by name; rows about a person, of the client alone; no numbers', async () => {
    const file = await seen('lawyer.he', 1);
    expect(file.parties.map(({ person }) => person.displayName)).toEqual(['张拟甲', '李拟乙', '王拟丙', '赵拟丁']);
    const [client, ...others] = file.parties;
    expect(client).toMatchObject({
      currentMeasure: { kind: 'ARREST' },
      representations: [{ kind: 'RETAINED', lawyer: { licenceNo: '13799202010999001' } }],
    });
    for (const other of others) expect(other).toMatchObject(NO_ROWS);
    for (const each of objectsWith(file, 'idNumberMasked'))
      expect(each).toMatchObject({ idNumberMasked: null, phoneMasked: null });
  });

  it('decisions, outcomes, notices, deliveries and periods: the client’s', async () => {
    const { parties: _, ...file } = await seen('lawyer.he', 1);
    expect(names(file)).toEqual(['张拟甲']);
    expect(served(file)).toEqual(['张拟甲', '虚构县公安局']);
    expect(values(objectsWith(file.documents, 'agencyCode'), 'agencyCode')).toEqual([
      ...['COURT-379999', 'POLICE-379999', 'PROC-379999'],
    ]);
    expect(titles(await seen('lawyer.he', 1))).toEqual(
      expect.arrayContaining(['起诉意见书', '起诉书', '补充侦查提纲']),
    );
  });
});

describe('case 5, the parties: each the own side', () => {
  const zheng = {
    displayName: '郑拟寅',
    idNumberMasked: '379***********0287',
    phoneMasked: '139****9941',
    sexCode: '2',
  };
  const hua = { displayName: '华拟卯', idNumberMasked: '449***********0117', phoneMasked: '139****9942', sexCode: '1' };
  const hidden = { idNumberMasked: null, phoneMasked: null, sexCode: null };

  it.each([5, 14])('the other’s number and phone are hidden, case %i', async (caseNo) => {
    const persons = async (user: string) => (await seen(user, caseNo)).parties.map(({ person }) => person);
    expect(await persons('party.zheng')).toMatchObject([zheng, { displayName: hua.displayName, ...hidden }]);
    expect(await persons('party.hua')).toMatchObject([{ displayName: zheng.displayName, ...hidden }, hua]);
  });

  it('party.zheng: the own notices, documents and fee', async () => {
    const { parties: _, ...file } = await seen('party.zheng', 5);
    expect(titles(file as CaseSeen)).toEqual(['交费通知书', '传票', '受理案件通知书'].sort());
    expect(file.courtCases).toMatchObject([
      {
        courtCaseNo: '（2025）鲁9999民初999905号',
        hearings: [{ startsAt: '2025-06-26T14:30:00+08:00', notices: [{ dueOn: '2025-06-23' }] }],
        fees: [{ amountFen: 1280000, state: 'UNPAID', payer: { person: zheng } }],
      },
      { courtCaseNo: '（2025）鲁9999诉前调999915号', hearings: [], fees: [] },
    ]);
    expect([names(file), served(file)]).toEqual([['郑拟寅'], ['郑拟寅']]);
  });

  it('party.hua: not zheng’s fee', async () => {
    const { parties: _, ...file } = await seen('party.hua', 5);
    expect(titles(file as CaseSeen)).toEqual(['应诉通知书']);
    expect(file.courtCases).toMatchObject([{ hearings: [{ notices: [{ servedAt: null }] }], fees: [] }, { fees: [] }]);
    expect([names(file), served(file)]).toEqual([['华拟卯'], ['华拟卯']]);
  });
});
