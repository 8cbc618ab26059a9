import { describe, expect, it } from '@jest/globals';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import { procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  ARREST_1,
  ARREST_2,
  delivery,
  document,
  OFFICE,
  PACKAGE_13,
  POLICE,
  PROSECUTION_1,
  PROSECUTION_6,
  RECORDS,
  transfer,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

const CASE_1 = [ARREST_1, PROSECUTION_1];

async function rows(name: string, caseNo: number, list: string, recordNos: readonly string[], own: string[] = []) {
  const system = procuratorate();
  return request(system, asker(name), foundFor(name, caseNo, own)).askRows(list, recordNos);
}
const titles = (documents: readonly Record<string, never>[]) => documents.map(({ title }) => title);

describe('powers of attorney', () => {
  const shown = {
    ...{ partyKey: `${ARREST_2}#1`, kind: 'RETAINED', licenceNo: '13799202010999001', lawyerName: '何拟辩' },
    ...{ from: '2025-04-08', to: null, letterNumber: null },
  };

  it.each([
    ['proc.chen', [shown]],
    ['lawyer.he', [shown]],
    ['police.wang', []],
    ['proc.intake', []],
    ['detention.ma', []],
  ])('to %s', async (name, expected) => {
    expect(await rows(name, 2, 'representations', [ARREST_2])).toEqual(expected);
  });

  it.each([{ name: null }, { from: null }])('one that lacks %j is an error of its own, and no gap', async (missing) => {
    const records = RECORDS.map(({ facts, ...each }) => {
      return { ...each, facts: { ...facts, counsel: facts.counsel.map((counsel) => ({ ...counsel, ...missing })) } };
    });
    const asked = request(procuratorate({ records }), asker('proc.chen'), foundFor('proc.chen', 2));
    const cases = [{ caseUid: 'ZF-2025-000002', statement: 's', recordNos: [ARREST_2] }];
    expect(await asked.askOwner({ ask: 'rows', list: 'representations', cases })).toMatchObject([
      { failure: { code: 'DEPARTMENT_DATA_INVALID', department: 'PROCURATORATE' } },
    ]);
  });
});

describe('documents', () => {
  it('whole for the prosecutor, each with whom it was served on', async () => {
    expect(await rows('proc.li', 1, 'documents', CASE_1)).toMatchObject([
      {
        documentUid: '12309:P2',
        issuer: OFFICE,
        number: null,
        deliveries: [{ to: '虚构县公安局', method: '电子送达' }],
      },
      { documentUid: '12309:P3', title: '起诉书', deliveries: [{ to: '张拟甲' }, { to: '李拟乙' }] },
    ]);
  });

  it('the police see what is addressed to them', async () => {
    expect(titles(await rows('police.wang', 1, 'documents', CASE_1))).toEqual(['补充侦查提纲']);
    expect(await rows('police.wang', 2, 'documents', [ARREST_2])).toHaveLength(4);
  });

  it('counsel reads the whole file, and sees service on the client alone', async () => {
    const shown = await rows('lawyer.he', 1, 'documents', CASE_1, [`${PROSECUTION_1}#1`]);
    expect(titles(shown)).toEqual(['补充侦查提纲', '起诉书']);
    expect(shown[1]).toMatchObject({ deliveries: [{ to: '张拟甲' }] });
  });

  it('the desk that receives packages sees what came in, nobody’s name and no decision', async () => {
    const deliveries = [
      delivery({ agencyCode: OFFICE, to: '虚构县人民检察院' }),
      delivery({ partyKey: '1', to: '张拟甲' }),
    ];
    const letter = document('L1', '情况说明', { issuer: 'COURT-379999', deliveries });
    const records = RECORDS.map((each) => ({ ...each, documents: [...each.documents, letter] }));
    const asked = request(procuratorate({ records }), asker('proc.intake'), foundFor('proc.intake', 1));
    expect(await asked.askRows('documents', [PROSECUTION_1])).toMatchObject([
      { documentUid: '12368:L1', deliveries: [{ to: '虚构县人民检察院' }] },
    ]);
  });

  it.each(['lawyer.he', 'detention.ma', 'party.zheng'])('%s sees none before prosecution review', async (name) => {
    expect(await rows(name, 2, 'documents', [ARREST_2])).toEqual([]);
  });
});

describe('transfers', () => {
  const shown = async (name: string, caseNo: number, recordNos: readonly string[]) =>
    (await rows(name, caseNo, 'transfers', recordNos)).map(({ transferUid }) => transferUid);

  it('the police see those in which they have a part', async () => {
    expect(await shown('proc.li', 1, CASE_1)).toEqual(['12309:T1', '12309:T2']);
    expect(await shown('police.wang', 1, CASE_1)).toEqual(['12309:T1']);
  });

  it('the desk that receives packages sees those that came in', async () => {
    expect(await shown('proc.intake', 1, CASE_1)).toEqual(['12309:T1']);
  });

  it('counsel and detention centre see none', async () => {
    expect(await shown('lawyer.he', 1, CASE_1)).toEqual([]);
    expect(await shown('detention.ma', 1, CASE_1)).toEqual([]);
  });

  it('what is not sent yet is the procuratorate’s own', async () => {
    const [kept] = RECORDS.filter(({ facts }) => facts.recordNo === PROSECUTION_6);
    const drafts = ['DRAFT', 'SIGNED', 'SENT'].map((status, index) =>
      transfer(`T${index}`, { status: status as 'DRAFT', from: OFFICE, to: POLICE, sentAt: null }),
    );
    const records = kept ? [{ ...kept, transfers: drafts }] : [];
    const of = async (name: string) => {
      const answer = await request(procuratorate({ records }), asker(name), foundFor(name, 6)).askRows('transfers', [
        PROSECUTION_6,
      ]);
      return answer.map(({ status }) => status);
    };
    expect(await of('proc.li')).toEqual(['DRAFT', 'SIGNED', 'SENT']);
    expect(await of('police.wang')).toEqual(['SENT']);
  });

  it('of case 13 the package with its gap', async () => {
    const system = procuratorate();
    const asked = request(system, asker('proc.intake'));
    expect(await asked.askRows('transfers', [PACKAGE_13])).toMatchObject([
      {
        ...{ transferUid: '12309:YS20250616-0001', kind: 'PROSECUTION_REFERRAL', status: 'DELIVERED', from: POLICE },
        receivedAt: '2025-06-16T08:40:00+08:00',
        partyKeys: [`${PACKAGE_13}#1`],
        documents: [{ documentUid: 'police:WS379999202504001301', issuer: POLICE, sealed: null, deliveries: [] }],
        checklist: [{ code: '05', label: '随案移送清单', required: true, present: false, note: '未见清单' }],
      },
    ]);
    expect(system.calls).toEqual(['facts 1', 'transfers 1']);
  });
});
