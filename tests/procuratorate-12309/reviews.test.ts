import { describe, expect, it } from '@jest/globals';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import {
  ARREST_1,
  ARREST_2,
  ARREST_7,
  LAWYER_HE,
  REVIEW_1,
  REVIEW_3,
  REVIEW_6,
  REVIEW_9,
  REVIEW_10,
  REVIEW_12,
  SEALED_4,
  UNKNOWN_TRANSFER,
  WAITING_13,
} from '#tests/procuratorate-12309/numbers.ts';

const sex = (code: string, name: string) => ({ scheme: 'GB/T 2261.1', code, name });
const known = (key: PersonKey) => {
  const { name, ...numbers } = PEOPLE[key];
  return { displayName: name, ...numbers };
};
const LI = { staffNo: 'JC0001', displayName: '李拟诉', title: '检察官' };
const CHEN = { staffNo: 'JC0002', displayName: '陈拟捕', title: '检察官' };

const filed = (from: string) => ({ licenceNo: LAWYER_HE, partyKey: '01', name: '何拟辩', from });

describe('case 1, field by field', () => {
  it('facts for decisions', async () => {
    const { procuratorate } = await start();
    const facts = await procuratorate.caseFacts([ARREST_1, REVIEW_1], call);
    const assignments = [
      { staffNo: 'JC0001', function: 'PROSECUTOR' },
      { staffNo: 'JC0006', function: 'ASSISTANT' },
      { staffNo: 'JC0003', function: 'CASE_MANAGER' },
    ];
    const common = { agencyCode: 'PROC-379999', sealed: false, labelled: false, assignments, recusedStaffNos: [] };
    expect(facts).toEqual(
      new Map([
        [ARREST_1, { recordNo: ARREST_1, ...common, counsel: [] }],
        [REVIEW_1, { recordNo: REVIEW_1, ...common, counsel: [filed('2025-04-08')] }],
      ]),
    );
  });

  it('the arrest review', async () => {
    const { procuratorate } = await start();
    const refused = (partyKey: string, documentKey: string, number: string) => ({
      partyKey,
      decision: 'REFUSED_NO_NECESSITY',
      status: 'RELEASED',
      decidedOn: '2025-03-14',
      document: { documentKey, number },
      supplementOutline: null,
      executedAt: null,
      receiptDueOn: '2025-03-17',
    });
    expect((await procuratorate.arrestReviewsByNumber([ARREST_1], call)).get(ARREST_1)).toEqual({
      acceptanceNo: ARREST_1,
      agencyCode: 'PROC-379999',
      rawNumber: '虚检刑捕受[2025]379999000001号',
      unifiedNo: '37999920250000100',
      status: 'DECIDED',
      receivedOn: '2025-03-07',
      limitOn: '2025-03-14',
      prosecutor: LI,
      decisions: [
        {
          partyKey: '01',
          decision: 'APPROVED',
          status: 'EXECUTED',
          decidedOn: '2025-03-14',
          document: { documentKey: 'JCWSB2025379999000001-01', number: '虚检批捕〔2025〕1号' },
          supplementOutline: null,
          executedAt: '2025-03-14T15:20:00+08:00',
          receiptDueOn: '2025-03-17',
        },
        refused('02', 'JCWSB2025379999000001-02', '虚检不捕〔2025〕1号'),
        refused('03', 'JCWSB2025379999000001-03', '虚检不捕〔2025〕2号'),
      ],
    });
  });

  it('the prosecution review: returned once, everybody prosecuted', async () => {
    const { procuratorate } = await start();
    const prosecuted = (partyKey: string) => ({
      partyKey,
      outcome: 'PROSECUTED',
      on: '2025-05-28',
      document: { documentKey: 'JCWSS2025379999000011-03', number: '虚检刑诉〔2025〕11号' },
    });
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_1], call)).get(REVIEW_1)).toEqual({
      acceptanceNo: REVIEW_1,
      agencyCode: 'PROC-379999',
      rawNumber: '虚检刑诉受〔2025〕379999000011号',
      unifiedNo: '37999920250000100',
      status: 'DECIDED',
      acceptedOn: '2025-04-07',
      limitOn: '2025-06-06',
      prosecutor: LI,
      returnsUsed: 1,
      returnsLeft: 1,
      returns: [
        {
          round: 1,
          returnedOn: '2025-04-21',
          resubmittedOn: '2025-05-06',
          outline: { documentKey: 'JCWSS2025379999000011-02', number: null },
        },
      ],
      outcomes: ['01', '02', '03'].map(prosecuted),
    });
  });

  it('the parties, defendants now', async () => {
    const { procuratorate } = await start();
    const parties = await procuratorate.partiesByCase([ARREST_1, REVIEW_1], call);
    const [male, female] = [sex('1', '男性'), sex('2', '女性')];
    const accused = (legalStatus: string) => ({ role: 'SUSPECT_OR_DEFENDANT', legalStatus, protectedIdentity: false });
    const all = (legalStatus: string) => [
      { ...accused(legalStatus), ...known('zhang'), partyKey: '01', minorAtOffence: false, sex: male },
      { ...accused(legalStatus), ...known('li'), partyKey: '02', minorAtOffence: false, sex: female },
      { ...accused(legalStatus), ...known('wang'), partyKey: '03', minorAtOffence: true, sex: male },
      {
        ...{ role: 'VICTIM', legalStatus: 'NOT_APPLICABLE', protectedIdentity: false },
        ...{ ...known('zhao'), partyKey: '04', minorAtOffence: null, sex: female },
      },
    ];
    expect(parties.get(REVIEW_1)).toEqual(all('DEFENDANT'));
    expect(parties.get(ARREST_1)).toEqual(all('SUSPECT'));
  });
});

describe('case 2, field by field', () => {
  it('three suspects, three decisions', async () => {
    const { procuratorate } = await start();
    const document = (place: number, number: string | null) => ({
      documentKey: `JCWSB2025379999000002-0${place}`,
      number,
    });
    const decided = { decidedOn: '2025-06-15', receiptDueOn: '2025-06-18', supplementOutline: null };
    expect((await procuratorate.arrestReviewsByNumber([ARREST_2], call)).get(ARREST_2)).toEqual({
      acceptanceNo: ARREST_2,
      agencyCode: 'PROC-379999',
      rawNumber: '虚检刑捕受〔2025〕379999000002号',
      unifiedNo: '37999920250000200',
      status: 'DECIDED',
      receivedOn: '2025-06-09',
      limitOn: '2025-06-16',
      prosecutor: CHEN,
      decisions: [
        {
          ...decided,
          partyKey: '01',
          decision: 'APPROVED',
          status: 'EXECUTED',
          document: document(1, '虚检批捕〔2025〕12号'),
          executedAt: '2025-06-15T16:00:00+08:00',
        },
        {
          ...decided,
          partyKey: '02',
          decision: 'REFUSED_EVIDENCE',
          status: 'RELEASED',
          document: document(2, '虚检不捕〔2025〕4号'),
          supplementOutline: document(3, null),
          executedAt: null,
        },
        {
          ...decided,
          partyKey: '03',
          decision: 'REFUSED_NO_CRIME',
          status: 'RELEASED',
          document: document(4, '虚检不捕〔2025〕5号'),
          executedAt: null,
        },
      ],
    });
    const parties = (await procuratorate.partiesByCase([ARREST_2], call)).get(ARREST_2);
    expect(parties?.map(({ partyKey, displayName }) => [partyKey, displayName])).toEqual([
      ['01', '周拟庚'],
      ['02', '吴拟辛'],
      ['03', '孙拟壬'],
    ]);
  });
});

describe('case 3, field by field', () => {
  it('returned twice, and nothing left', async () => {
    const { procuratorate } = await start();
    const outline = (place: number, number: string) => ({ documentKey: `JCWSS2025379999000013-0${place}`, number });
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_3], call)).get(REVIEW_3)).toEqual({
      acceptanceNo: REVIEW_3,
      agencyCode: 'PROC-379999',
      rawNumber: '虚检刑诉受〔2025〕379999000013号',
      unifiedNo: '37999920250000300',
      status: 'RETURNED',
      acceptedOn: '2025-03-03',
      limitOn: null,
      prosecutor: LI,
      returnsUsed: 2,
      returnsLeft: 0,
      returns: [
        {
          round: 1,
          returnedOn: '2025-03-31',
          resubmittedOn: '2025-04-30',
          outline: outline(1, '虚检补侦〔2025〕2号'),
        },
        { round: 2, returnedOn: '2025-05-30', resubmittedOn: null, outline: outline(2, '虚检补侦〔2025〕5号') },
      ],
      outcomes: [{ partyKey: '01', outcome: 'PENDING', on: null, document: null }],
    });
  });
});

describe('the other cases', () => {
  it('4: the seal comes through', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.caseFacts([SEALED_4], call)).get(SEALED_4)).toMatchObject({
      sealed: true,
      labelled: false,
    });
  });

  it('6: aliases are all that there is of the protected', async () => {
    const { procuratorate } = await start();
    const parties = (await procuratorate.partiesByCase([REVIEW_6], call)).get(REVIEW_6);
    const alias = { protectedIdentity: true, sex: null, idNumber: null, phone: null, minorAtOffence: null };
    expect(parties).toEqual([
      expect.objectContaining({ displayName: '卫拟戊', protectedIdentity: false }),
      { partyKey: '02', role: 'VICTIM', legalStatus: 'NOT_APPLICABLE', displayName: '被害人甲', ...alias },
      { partyKey: '03', role: 'WITNESS', legalStatus: 'NOT_APPLICABLE', displayName: '证人甲', ...alias },
    ]);
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_6], call)).get(REVIEW_6)).toMatchObject({
      status: 'UNDER_REVIEW',
      acceptedOn: '2025-05-30',
      limitOn: '2025-06-30',
      returnsUsed: 0,
      returns: [],
    });
  });

  it('7: not decided yet', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.arrestReviewsByNumber([ARREST_7], call)).get(ARREST_7)).toMatchObject({
      status: 'ACCEPTED',
      prosecutor: CHEN,
      decisions: [
        {
          decision: 'PENDING',
          status: 'PENDING',
          decidedOn: null,
          document: null,
          executedAt: null,
          receiptDueOn: null,
        },
      ],
    });
  });

  it('9: who was recused has no part in it any more', async () => {
    const { procuratorate } = await start();
    const facts = (await procuratorate.caseFacts([REVIEW_9], call)).get(REVIEW_9);
    expect(facts?.recusedStaffNos).toEqual(['JC0006']);
    expect(facts?.assignments.map(({ staffNo }) => staffNo)).toEqual(['JC0005', 'JC0003']);
  });

  it('10: two people of two police cases, in full-width brackets, without a unified number', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_10], call)).get(REVIEW_10)).toMatchObject({
      rawNumber: '虚检刑诉受［2025］379999000010号',
      unifiedNo: null,
      outcomes: [{ partyKey: '01' }, { partyKey: '02' }],
    });
  });

  it('12: prosecuted', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_12], call)).get(REVIEW_12)).toMatchObject({
      outcomes: [{ outcome: 'PROSECUTED', on: '2025-03-28' }],
    });
  });

  it('2: counsel of the one who was arrested', async () => {
    const { procuratorate } = await start();
    const facts = (await procuratorate.caseFacts([ARREST_2], call)).get(ARREST_2);
    expect(facts?.counsel).toEqual([filed('2025-06-10')]);
  });

  it('nobody else has counsel', async () => {
    const { procuratorate } = await start();
    const others = await procuratorate.caseFacts([REVIEW_3, SEALED_4, REVIEW_6, ARREST_7, REVIEW_9, REVIEW_10], call);
    expect([...others.values()].flatMap(({ counsel }) => counsel)).toEqual([]);
  });

  it('13: what is not accepted yet is the case managers’, in the same call', async () => {
    const { procuratorate, simulator } = await start();
    const facts = await procuratorate.caseFacts([WAITING_13, UNKNOWN_TRANSFER, REVIEW_6], call);
    expect([...facts.keys()]).toEqual([WAITING_13, REVIEW_6]);
    expect(facts.get(WAITING_13)).toEqual({
      recordNo: WAITING_13,
      ...{ agencyCode: 'PROC-379999', sealed: false, labelled: false, recusedStaffNos: [], counsel: [] },
      assignments: [{ staffNo: 'JC0003', function: 'CASE_MANAGER' }],
    });
    expect(simulator.calls()).toEqual({ cxAjQx: 1 });
  });

  it('an arrest review is no prosecution review', async () => {
    const { procuratorate } = await start();
    expect(await procuratorate.prosecutionReviewsByNumber([ARREST_1], call)).toEqual(new Map());
    expect(await procuratorate.arrestReviewsByNumber([REVIEW_1], call)).toEqual(new Map());
  });
});
