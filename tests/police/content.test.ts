import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import {
  CASE_1,
  CASE_2,
  CASE_3,
  CASE_7,
  CASE_9,
  CASE_12,
  CASE_13,
  call,
  JOINED,
  LABELLED,
  numbers,
  OTHER_COUNTY,
  PATIENT,
  PROTECTED,
  SEALED,
  type Stack,
  startStack,
  UNKNOWN,
} from '#tests/police/harness.ts';

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: PoliceSystem;
beforeAll(async () => {
  stack = await startStack();
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());

const BUREAU = 'POLICE-379999';
const PROCURATORATE = 'PROC-379999';
const MALE = { scheme: 'GB/T 2261.1', code: '1', name: '男性' };
const FEMALE = { scheme: 'GB/T 2261.1', code: '2', name: '女性' };
const WANG = { staffNo: 'GA0001', displayName: '王拟侦', title: '主办民警' };
const SHI = { staffNo: 'GA0004', displayName: '石拟协', title: '协办民警' };
const ZHAO = { staffNo: 'GA0002', displayName: '赵拟查', title: '主办民警' };
const UNIT = { scheme: 'POLICE-UNIT', code: '379999050000', name: '虚构县公安局刑事侦查大队' };
const category = (code: string, name: string) => ({ scheme: 'GA 240.1', code, name });
const acceptance = (number: string, raw = number) => ({ kind: 'ACCEPTANCE_NO', number, raw });

const person = (partyKey: string, key: PersonKey, sex = MALE) => ({
  partyKey,
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'SUSPECT',
  displayName: PEOPLE[key].name,
  protectedIdentity: false,
  minorAtOffence: false,
  idNumber: PEOPLE[key].idNumber,
  sex,
  phone: PEOPLE[key].phone,
});
const byBureau = { decidedBy: BUREAU, approvedBy: null, executedBy: BUREAU, familyNotifiedAt: null };
const arrest = (from: string, limitOn: string) => ({
  kind: 'ARREST',
  ...byBureau,
  approvedBy: PROCURATORATE,
  from,
  limitOn,
  endedOn: null,
  familyNotifiedAt: from,
});
const handover = (key: string, from: string, to: string, reason: string, day: string) => ({
  handoverKey: key,
  from,
  to,
  reason,
  sentAt: `${day}T09:00:00+08:00`,
  takenOverAt: `${day}T10:30:00+08:00`,
  receiptAt: `${day}T15:00:00+08:00`,
});

/** What one question gives of one case. */
async function of<Answer>(
  ask: (keys: ReturnType<typeof numbers>, by: typeof call) => Promise<Map<string, Answer>>,
  number: string,
): Promise<Answer | undefined> {
  return (await ask(numbers(number, UNKNOWN), call)).get(number);
}

describe('case 1, at first instance', () => {
  it('the case', async () => {
    expect(await of(system.casesByNumber, CASE_1)).toEqual({
      policeCaseNo: CASE_1,
      status: 'TRANSFERRED_FOR_PROSECUTION',
      category: category('050200', '盗窃案'),
      acceptedOn: '2025-03-02',
      filedOn: '2025-03-03',
      handlingUnit: UNIT,
      handlers: [WANG, SHI],
      supplementRound: 1,
      linkedNumbers: [
        acceptance('虚检刑捕受〔2025〕379999000001号', '虚检刑捕受[2025]379999000001号'),
        acceptance('虚检刑诉受〔2025〕379999000011号'),
        { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号', raw: '(2025)鲁9999刑初999901号' },
      ],
    });
  });

  it('the parties', async () => {
    expect(await of(system.partiesByCase, CASE_1)).toEqual([
      person('R3799990000002025030011', 'zhang'),
      person('R3799990000002025030012', 'li', FEMALE),
      { ...person('R3799990000002025030013', 'wang'), minorAtOffence: true },
      {
        ...person('R3799990000002025030014', 'zhao', FEMALE),
        role: 'VICTIM',
        legalStatus: 'NOT_APPLICABLE',
        minorAtOffence: null,
      },
    ]);
  });

  it('the measures, one current for each suspect', async () => {
    const bail = (from: string) => ({ kind: 'BAIL', ...byBureau, from, limitOn: '2026-03-14', endedOn: null });
    const measures = await of(system.measuresByCase, CASE_1);
    expect(measures).toEqual([
      {
        measureKey: 'CS379999202503000101',
        partyKey: 'R3799990000002025030011',
        kind: 'DETENTION',
        ...byBureau,
        from: '2025-03-05T14:00:00+08:00',
        limitOn: '2025-03-19',
        endedOn: '2025-03-14',
        documentKey: 'WS379999202503000103',
      },
      {
        measureKey: 'CS379999202503000102',
        partyKey: 'R3799990000002025030011',
        ...arrest('2025-03-14T15:20:00+08:00', '2025-07-29'),
        documentKey: 'WS379999202503000106',
      },
      {
        measureKey: 'CS379999202503000103',
        partyKey: 'R3799990000002025030012',
        ...bail('2025-03-14T16:00:00+08:00'),
        documentKey: 'WS379999202503000107',
      },
      {
        measureKey: 'CS379999202503000104',
        partyKey: 'R3799990000002025030013',
        ...bail('2025-03-14T16:30:00+08:00'),
        documentKey: 'WS379999202503000108',
      },
    ]);
    expect(measures?.filter(({ endedOn }) => endedOn === null).map(({ partyKey }) => partyKey.at(-1))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('the custody, for the court now, and its ledger', async () => {
    expect(await of(system.custodyByCase, CASE_1)).toEqual([
      {
        policeCaseNo: CASE_1,
        partyKey: 'R3799990000002025030011',
        detentionCentre: 'DETENTION-379999',
        heldFor: 'COURT-379999',
        limitFrom: '2025-05-29',
        limitTo: '2025-07-29',
        handovers: [
          handover('HY379999202503000101', BUREAU, PROCURATORATE, '移送审查起诉', '2025-04-07'),
          handover('HY379999202503000102', PROCURATORATE, BUREAU, '第一次退回补充侦查', '2025-04-21'),
          handover('HY379999202503000103', BUREAU, PROCURATORATE, '补充侦查后重新移送审查起诉', '2025-05-06'),
          handover('HY379999202503000104', PROCURATORATE, 'COURT-379999', '提起公诉', '2025-05-28'),
        ],
      },
    ]);
  });

  it('the documents of the 诉讼卷, and none of the internal volume', async () => {
    const documents = (await of(system.documentsByCase, CASE_1)) ?? [];
    expect(documents.map(({ documentKey, code, title }) => [documentKey, code.code, title])).toEqual([
      ['JCWSB2025379999000001-01', 'JC-01', '批准逮捕决定书'],
      ['JCWSB2025379999000001-02', 'JC-01', '不批准逮捕决定书'],
      ['JCWSB2025379999000001-03', 'JC-01', '不批准逮捕决定书'],
      ['JCWSS2025379999000011-01', 'JC-02', '补充侦查决定书'],
      ['JCWSS2025379999000011-02', 'JC-02', '补充侦查提纲'],
      ['WS379999202503000101', 'GA-02', '立案决定书'],
      ['WS379999202503000103', 'GA-03', '拘留证'],
      ['WS379999202503000104', 'GA-05', '提请批准逮捕书'],
      ['WS379999202503000106', 'GA-06', '逮捕证'],
      ['WS379999202503000107', 'GA-04', '取保候审决定书'],
      ['WS379999202503000108', 'GA-04', '取保候审决定书'],
      ['WS379999202503000109', '0799', '现场勘验笔录'],
      ['WS379999202503000110', 'GA-09', '起诉意见书'],
      ['WS379999202503000113', 'GA-10', '补充侦查报告书'],
    ]);
    const document = (title: string) => documents.find((each) => each.title === title);
    expect(document('立案决定书')).toEqual({
      documentKey: 'WS379999202503000101',
      code: { scheme: 'DOCUMENT', code: 'GA-02', name: '立案决定书' },
      title: '立案决定书',
      number: '虚公（刑）立字〔2025〕00012号',
      issuer: BUREAU,
      issuedOn: '2025-03-03',
      sealed: true,
      signatureValid: true,
      digest: expect.stringMatching(/^sm3:[0-9a-f]{64}$/),
      deliveries: [],
    });
    expect(document('批准逮捕决定书')).toMatchObject({ issuer: PROCURATORATE, issuedOn: '2025-03-14' });
    expect(document('现场勘验笔录')).toMatchObject({
      code: { scheme: 'POLICE-DOCUMENT', code: '0799', name: '0799' },
      number: null,
      sealed: false,
      signatureValid: null,
    });
  });

  it('the transfers', async () => {
    const transfers = (await of(system.transfersByCase, CASE_1)) ?? [];
    expect(transfers.map(({ kind, status, round, from }) => [kind, status, round, from])).toEqual([
      ['ARREST_REQUEST', 'COMPLETED', null, BUREAU],
      ['ARREST_DECISION', 'COMPLETED', null, PROCURATORATE],
      ['PROSECUTION_REFERRAL', 'COMPLETED', null, BUREAU],
      ['SUPPLEMENT_RETURN', 'COMPLETED', 1, PROCURATORATE],
      ['SUPPLEMENT_RESUBMIT', 'COMPLETED', 1, BUREAU],
    ]);
    expect(transfers.map(({ documents }) => documents.map(({ title }) => title))).toEqual([
      ['提请批准逮捕书'],
      ['批准逮捕决定书', '不批准逮捕决定书', '不批准逮捕决定书'],
      ['起诉意见书'],
      ['补充侦查决定书', '补充侦查提纲'],
      ['补充侦查报告书'],
    ]);
  });
});

describe('case 2, an arrest review with three outcomes', () => {
  it('the case', async () => {
    expect(await of(system.casesByNumber, CASE_2)).toEqual({
      policeCaseNo: CASE_2,
      status: 'INVESTIGATING',
      category: category('060113', '寻衅滋事案'),
      acceptedOn: '2025-06-03',
      filedOn: '2025-06-04',
      handlingUnit: UNIT,
      handlers: [WANG, SHI],
      supplementRound: 0,
      linkedNumbers: [acceptance('虚检刑捕受〔2025〕379999000002号')],
    });
  });

  it('the suspects', async () => {
    expect(await of(system.partiesByCase, CASE_2)).toEqual([
      person('R3799990000002025060021', 'zhou'),
      person('R3799990000002025060022', 'wu', FEMALE),
      person('R3799990000002025060023', 'sun'),
    ]);
  });

  it('周 arrested on 06-15 at 16:00, the two others released that day', async () => {
    const measures = (await of(system.measuresByCase, CASE_2)) ?? [];
    expect(measures[1]).toEqual({
      measureKey: 'CS379999202506000202',
      partyKey: 'R3799990000002025060021',
      ...arrest('2025-06-15T16:00:00+08:00', '2025-08-15'),
      documentKey: 'WS379999202506000207',
    });
    expect(measures.map(({ partyKey, kind, endedOn }) => [partyKey.at(-1), kind, endedOn])).toEqual([
      ['1', 'DETENTION', '2025-06-15'],
      ['1', 'ARREST', null],
      ['2', 'DETENTION', '2025-06-15'],
      ['3', 'DETENTION', '2025-06-15'],
    ]);
  });

  it('only 周 is still held', async () => {
    expect(await of(system.custodyByCase, CASE_2)).toEqual([
      {
        policeCaseNo: CASE_2,
        partyKey: 'R3799990000002025060021',
        detentionCentre: 'DETENTION-379999',
        heldFor: BUREAU,
        limitFrom: '2025-06-15',
        limitTo: '2025-08-15',
        handovers: [],
      },
    ]);
  });

  it('the decision came with three documents and an outline', async () => {
    const [request, decision] = (await of(system.transfersByCase, CASE_2)) ?? [];
    expect(request).toMatchObject({ kind: 'ARREST_REQUEST', receivedAt: '2025-06-09T09:20:00+08:00' });
    expect(decision?.checklist.map(({ label, documentKey }) => [label, documentKey])).toEqual([
      ['批准逮捕决定书', 'JCWSB2025379999000002-01'],
      ['不批准逮捕决定书', 'JCWSB2025379999000002-02'],
      ['补充侦查提纲', 'JCWSB2025379999000002-03'],
      ['不批准逮捕决定书', 'JCWSB2025379999000002-04'],
    ]);
  });
});

describe('case 3, returned for the second time', () => {
  const OUTLINE = 'JCWSS2025379999000013-02';
  const custody = {
    policeCaseNo: CASE_3,
    partyKey: 'R3799990000002025010031',
    detentionCentre: 'DETENTION-379999',
    heldFor: PROCURATORATE,
    limitFrom: '2025-04-30',
    limitTo: '2025-05-30',
  };
  const pending = {
    handoverKey: 'HY379999202501000304',
    from: PROCURATORATE,
    to: BUREAU,
    reason: '第二次退回补充侦查',
    sentAt: '2025-05-30T09:00:00+08:00',
    takenOverAt: null,
    receiptAt: null,
  };

  it('the case, in supplementary investigation, round 2', async () => {
    expect(await of(system.casesByNumber, CASE_3)).toEqual({
      policeCaseNo: CASE_3,
      status: 'SUPPLEMENTING',
      category: category('050300', '诈骗案'),
      acceptedOn: '2025-01-06',
      filedOn: '2025-01-06',
      handlingUnit: UNIT,
      handlers: [WANG],
      supplementRound: 2,
      linkedNumbers: [acceptance('虚检刑诉受〔2025〕379999000013号')],
    });
    expect(await of(system.partiesByCase, CASE_3)).toEqual([person('R3799990000002025010031', 'qian')]);
  });

  it('钱 arrested, whatever form the old rows give the time', async () => {
    expect((await of(system.measuresByCase, CASE_3))?.[1]).toEqual({
      measureKey: 'CS379999202501000302',
      partyKey: 'R3799990000002025010031',
      ...arrest('2025-01-16T14:30:00+08:00', '2025-05-30'),
      documentKey: 'WS379999202501000303',
    });
  });

  it('the ledger ends with the hand-over that nobody took over', async () => {
    const [held, ...others] = (await of(system.custodyByCase, CASE_3)) ?? [];
    expect(held).toEqual({ ...custody, handovers: expect.anything() });
    expect(others).toEqual([]);
    expect(held?.handovers).toEqual([
      handover('HY379999202501000301', BUREAU, PROCURATORATE, '移送审查起诉', '2025-03-03'),
      handover('HY379999202501000302', PROCURATORATE, BUREAU, '第一次退回补充侦查', '2025-03-31'),
      handover('HY379999202501000303', BUREAU, PROCURATORATE, '补充侦查后重新移送审查起诉', '2025-04-30'),
      pending,
    ]);
  });

  const handovers = (detentionCentre: string, pendingOnly = true) =>
    system.handoversByCentre({ detentionCentre, pendingOnly, first: 20, after: null }, call);

  it('it is the one pending hand-over of the detention centre', async () => {
    expect(await handovers('DETENTION-379999')).toEqual([{ ...custody, handover: pending }]);
    expect(await handovers('DETENTION-439999')).toEqual([]);
  });

  it('one of the eight hand-overs of those held there', async () => {
    const all = await handovers('DETENTION-379999', false);
    expect(all.map(({ handover: { handoverKey } }) => handoverKey.slice(-10))).toEqual([
      '2501000301',
      '2501000302',
      '2501000303',
      '2501000304',
      '2503000101',
      '2503000102',
      '2503000103',
      '2503000104',
    ]);
  });

  it('the return that was accepted, with its outline', async () => {
    const transfers = (await of(system.transfersByCase, CASE_3)) ?? [];
    expect(transfers.filter(({ status }) => status === 'ACCEPTED')).toEqual([
      {
        transferKey: 'YS379999202501000304',
        kind: 'SUPPLEMENT_RETURN',
        status: 'ACCEPTED',
        round: 2,
        from: PROCURATORATE,
        to: BUREAU,
        sentAt: '2025-05-30T09:20:00+08:00',
        receivedAt: '2025-05-30T11:05:00+08:00',
        partyKeys: ['R3799990000002025010031'],
        replaces: null,
        documents: [
          {
            documentKey: OUTLINE,
            code: { scheme: 'DOCUMENT', code: 'JC-02', name: '补充侦查提纲' },
            title: '补充侦查提纲',
            number: '虚检补侦〔2025〕5号',
            issuedOn: '2025-05-30',
            signatureValid: true,
            digest: expect.stringMatching(/^sm3:[0-9a-f]{64}$/),
          },
        ],
        checklist: [
          { code: '12', label: '补充侦查提纲', required: true, present: true, note: null, documentKey: OUTLINE },
        ],
      },
    ]);
    const documents = await of(system.documentsByCase, CASE_3);
    expect(documents?.find(({ documentKey }) => documentKey === OUTLINE)).toMatchObject({ issuer: PROCURATORATE });
  });
});

describe('case 10, joined', () => {
  const common = {
    status: 'TRANSFERRED_FOR_PROSECUTION',
    category: category('040103', '故意伤害案'),
    handlingUnit: UNIT,
    handlers: [ZHAO],
    supplementRound: 0,
  };
  const [main, joined] = JOINED;

  it('both records, each of which names the other', async () => {
    const review = '虚检刑诉受〔2025〕379999000010号';
    expect(await system.casesByNumber(numbers(...JOINED), call)).toEqual(
      new Map<string, unknown>([
        [
          main,
          {
            policeCaseNo: main,
            ...common,
            acceptedOn: '2024-11-18',
            filedOn: '2024-11-19',
            linkedNumbers: [
              acceptance(review),
              { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999910号', raw: '（2025）鲁9999刑初999910号' },
              { kind: 'POLICE_CASE_NO', number: joined, raw: joined },
            ],
          },
        ],
        [
          joined,
          {
            policeCaseNo: joined,
            ...common,
            acceptedOn: '2024-11-22',
            filedOn: '2024-11-22',
            linkedNumbers: [
              acceptance(review, '虚检刑诉受[2025]379999000010号'),
              { kind: 'POLICE_CASE_NO', number: main, raw: main },
            ],
          },
        ],
      ]),
    );
  });

  it('a suspect in each', async () => {
    expect(await system.partiesByCase(numbers(...JOINED), call)).toEqual(
      new Map([
        [main, [person('R3799990000002024110101', 'qin')]],
        [joined, [person('R3799990000002024110111', 'you')]],
      ]),
    );
    const bail = { kind: 'BAIL', ...byBureau, endedOn: null, documentKey: null };
    expect(await of(system.measuresByCase, main)).toEqual([
      {
        measureKey: 'CS379999202411001001',
        partyKey: 'R3799990000002024110101',
        ...bail,
        from: '2024-11-20T09:30:00+08:00',
        limitOn: '2025-11-20',
      },
    ]);
  });
});

it('case 13: the referral that came in today lacks its list', async () => {
  const [referral] = (await of(system.transfersByCase, CASE_13)) ?? [];
  expect(referral).toMatchObject({
    kind: 'PROSECUTION_REFERRAL',
    status: 'DELIVERED',
    from: BUREAU,
    to: PROCURATORATE,
    receivedAt: '2025-06-16T08:40:00+08:00',
  });
  expect(referral?.checklist.filter(({ present }) => !present)).toMatchObject([
    { label: '随案移送清单', required: true },
  ]);
  expect(referral?.documents).toMatchObject([{ title: '起诉意见书', signatureValid: true }]);
  for (const { sealed, signatureValid } of (await of(system.documentsByCase, CASE_13)) ?? []) {
    expect([sealed, signatureValid]).toEqual([true, true]);
  }
});

it('a category that no list knows is kept', async () => {
  expect((await of(system.casesByNumber, CASE_9))?.category).toEqual(category('059900', '059900'));
});

it('facts say who has the case, who works on it, who may not, whose lawyer, who is held, and whether it is sealed or labelled', async () => {
  const by = (...staffNos: string[]) => ({
    assignments: staffNos.map((staffNo) => ({ staffNo, function: 'INVESTIGATOR' })),
  });
  const plain = {
    ...{ agencyCode: BUREAU, sealed: false, labelled: false },
    ...{ assignments: [], recusedStaffNos: [], counsel: [], custodies: [] },
  };
  const held = (partyKey: string) => ({ custodies: [{ partyKey, detentionCentre: 'DETENTION-379999' }] });
  const HE = { licenceNo: '13799202010999001', name: '何拟辩', from: '2025-06-07' };
  const he = (partyKey: string) => ({ counsel: [{ ...HE, partyKey }] });
  const [investigator] = by('GA0001').assignments;
  const expected = {
    [CASE_1]: { ...plain, ...by('GA0001', 'GA0004'), ...held('R3799990000002025030011') },
    [CASE_2]: {
      ...{ ...plain, ...by('GA0001', 'GA0004') },
      ...{ ...he('R3799990000002025060021'), ...held('R3799990000002025060021') },
    },
    [CASE_3]: {
      ...{ ...plain, ...held('R3799990000002025010031') },
      assignments: [investigator, { staffNo: 'GA0003', function: 'LEGAL_REVIEWER' }],
    },
    [SEALED]: { ...plain, ...by('GA0005'), sealed: true },
    [PROTECTED]: { ...plain, ...by('GA0001') },
    [CASE_7]: { ...plain, ...by('GA0001') },
    [CASE_9]: { ...plain, ...by('GA0005'), recusedStaffNos: ['GA0006', 'GA0004'] },
    [JOINED[0]]: { ...plain, ...by('GA0002') },
    [JOINED[1]]: { ...plain, ...by('GA0002') },
    [OTHER_COUNTY]: { ...plain, ...by('GB0001'), agencyCode: 'POLICE-439999' },
    [CASE_12]: { ...plain, ...by('GA0002') },
    [CASE_13]: { ...plain, ...by('GA0002') },
    [LABELLED]: { ...plain, labelled: true },
  };
  const facts = await system.caseFacts(numbers(...Object.keys(expected), UNKNOWN), call);
  expect(Object.fromEntries(facts)).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([policeCaseNo, each]) => [policeCaseNo, { policeCaseNo, ...each }]),
    ),
  );
});

it('protected persons have their aliases and nothing else of their own', async () => {
  const [, ...others] = (await of(system.partiesByCase, PROTECTED)) ?? [];
  const hidden = { legalStatus: 'NOT_APPLICABLE', protectedIdentity: true, minorAtOffence: null };
  const nothing = { idNumber: null, sex: null, phone: null };
  expect(others).toEqual([
    { partyKey: 'R3799990000002025020062', role: 'VICTIM', displayName: '被害人甲', ...hidden, ...nothing },
    { partyKey: 'R3799990000002025020063', role: 'WITNESS', displayName: '证人甲', ...hidden, ...nothing },
  ]);
});
