import { describe, expect, it } from '@jest/globals';
import { askReference, callsDuring, documentUidOf, PARTY_UID } from '#tests/graph/questions/questions.ts';

const DOCUMENT_UID = documentUidOf('12309');

describe('Q1: what the procuratorate decided on arrest', () => {
  const party = (displayName: string) => ({ partyUid: PARTY_UID, person: { displayName } });

  it('case 2: three suspects, three outcomes, receipts due on 2025-06-18', async () => {
    expect(await askReference('Q1')).toEqual({
      case: {
        arrestReviews: [
          {
            acceptanceNo: '虚检刑捕受〔2025〕379999000002号',
            receivedOn: '2025-06-09',
            status: 'DECIDED',
            decisions: [
              {
                party: party('周拟庚'),
                decision: 'APPROVED',
                decidedOn: '2025-06-15',
                receiptDueOn: '2025-06-18',
                executedAt: '2025-06-15T16:00:00+08:00',
                document: { documentUid: DOCUMENT_UID, number: '虚检批捕〔2025〕12号' },
                supplementOutline: null,
              },
              {
                party: party('吴拟辛'),
                decision: 'REFUSED_EVIDENCE',
                decidedOn: '2025-06-15',
                receiptDueOn: '2025-06-18',
                executedAt: null,
                document: { documentUid: DOCUMENT_UID, number: '虚检不捕〔2025〕4号' },
                supplementOutline: { documentUid: DOCUMENT_UID },
              },
              {
                party: party('孙拟壬'),
                decision: 'REFUSED_NO_CRIME',
                decidedOn: '2025-06-15',
                receiptDueOn: '2025-06-18',
                executedAt: null,
                document: { documentUid: DOCUMENT_UID, number: '虚检不捕〔2025〕5号' },
                supplementOutline: null,
              },
            ],
          },
        ],
      },
    });
  });

  it('case 1: one arrested, two refused for no necessity', async () => {
    const { case: found } = await askReference('Q1', { variables: { no: 'A3799990000002025030001' } });
    expect(found).toMatchObject({
      arrestReviews: [
        {
          status: 'DECIDED',
          decisions: [
            { party: party('张拟甲'), decision: 'APPROVED', decidedOn: '2025-03-14' },
            { party: party('李拟乙'), decision: 'REFUSED_NO_NECESSITY', decidedOn: '2025-03-14' },
            { party: party('王拟丙'), decision: 'REFUSED_NO_NECESSITY', decidedOn: '2025-03-14' },
          ],
        },
      ],
    });
  });
});

describe('case 7, whose second number the registry lacked', () => {
  const CASE_7 = { no: 'A3799990000002025050007' };
  const ANSWER = {
    case: {
      arrestReviews: [
        {
          acceptanceNo: '虚检刑捕受〔2025〕379999000007号',
          receivedOn: '2025-06-10',
          status: 'ACCEPTED',
          decisions: [
            {
              party: { partyUid: PARTY_UID, person: { displayName: '蒋拟己' } },
              decision: 'PENDING',
              decidedOn: null,
              receiptDueOn: null,
              executedAt: null,
              document: null,
              supplementOutline: null,
            },
          ],
        },
      ],
    },
  };

  it('is answered whole, for police and prosecutor; the link, once found, is not asked for again', async () => {
    expect(await askReference('Q1', { variables: CASE_7 })).toEqual(ANSWER);
    const calls = await callsDuring(async () => {
      expect(await askReference('Q1', { variables: CASE_7 })).toEqual(ANSWER);
    });
    expect(calls).toEqual({ police: { V_AJQX: 1 }, '12309': { cxAjQx: 1, cxBlXx: 1 } });
    expect(await askReference('Q1', { user: 'proc.chen', variables: CASE_7 })).toEqual(ANSWER);
  });
});
