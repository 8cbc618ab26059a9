import { describe, expect, it } from '@jest/globals';
import { askReference, documentUidOf, PARTY_UID } from '#tests/graph/questions/questions.ts';

describe('Q3: when the review ends and how many returns are used', () => {
  it('case 6: due on 2025-06-30, none used; the suspect’s measure runs too', async () => {
    expect(await askReference('Q3')).toEqual({
      case: {
        prosecutionReviews: [
          {
            acceptanceNo: '虚检刑诉受〔2025〕379999000016号',
            acceptedOn: '2025-05-30',
            returnsUsed: 0,
            returnsLeft: 2,
            outcomes: [{ party: { partyUid: PARTY_UID, legalStatus: 'SUSPECT' }, outcome: 'PENDING', on: null }],
          },
        ],
        deadlines: [
          { code: 'CR-REVIEW', basis: '刑事诉讼法第172条', dueOn: '2025-06-30', subject: null },
          { code: 'MS-RES-SURV', basis: '刑事诉讼法第79条', dueOn: '2025-08-20', subject: { partyUid: PARTY_UID } },
        ],
      },
    });
  });

  it('case 1: one return used, one left, all three prosecuted on 2025-05-28', async () => {
    const { case: found } = await askReference('Q3', { variables: { a: '虚检刑诉受〔2025〕379999000011号' } });
    const prosecuted = {
      party: { partyUid: PARTY_UID, legalStatus: 'DEFENDANT' },
      outcome: 'PROSECUTED',
      on: '2025-05-28',
    };
    expect(found).toMatchObject({
      prosecutionReviews: [
        {
          acceptedOn: '2025-04-07',
          returnsUsed: 1,
          returnsLeft: 1,
          outcomes: [prosecuted, prosecuted, prosecuted],
        },
      ],
    });
  });

  it('case 3: two returns used, none left; the police’s month runs, and legal aid’s three days', async () => {
    const { case: found } = await askReference('Q3', { variables: { a: '虚检刑诉受〔2025〕379999000013号' } });
    expect(found).toEqual({
      prosecutionReviews: [
        {
          acceptanceNo: '虚检刑诉受〔2025〕379999000013号',
          acceptedOn: '2025-03-03',
          returnsUsed: 2,
          returnsLeft: 0,
          outcomes: [{ party: { partyUid: PARTY_UID, legalStatus: 'SUSPECT' }, outcome: 'PENDING', on: null }],
        },
      ],
      deadlines: [
        { code: 'LA-ASSIGN', basis: '法律援助法第36条', dueOn: '2025-06-16', subject: { partyUid: PARTY_UID } },
        {
          code: 'CR-SUPP',
          basis: '刑事诉讼法第175条；人民检察院刑事诉讼规则第346条',
          dueOn: '2025-06-30',
          subject: null,
        },
      ],
    });
  });
});

describe('Q4: what the outline asks for and how many days are left', () => {
  it('case 3: second return, received on 2025-05-30, due on 2025-06-30', async () => {
    expect(await askReference('Q4')).toEqual({
      case: {
        policeCases: [
          { status: 'SUPPLEMENTING', supplementRound: 2, handlingUnit: { name: '虚构县公安局刑事侦查大队' } },
        ],
        transfers: [
          {
            kind: 'SUPPLEMENT_RETURN',
            round: 2,
            receivedAt: '2025-05-30T11:05:00+08:00',
            documents: [{ code: 'JC-02', number: '虚检补侦〔2025〕5号', documentUid: documentUidOf('12309') }],
          },
        ],
        deadlines: [{ code: 'CR-SUPP', dueOn: '2025-06-30' }],
      },
    });
  });

  it('the investigator of the case gets the same', async () => {
    const asked = await askReference('Q4', { user: 'police.wang', purpose: 'HANDLE_CASE' });
    expect(asked).toEqual(await askReference('Q4'));
  });
});

describe('Q5: who changed authority without a completed 换押', () => {
  it('钱拟癸, sent on 2025-05-30, neither taken over nor receipted', async () => {
    expect(await askReference('Q5')).toEqual({
      custodyLedger: [
        {
          handoverUid: expect.stringMatching(/^police:\w+$/),
          reason: '第二次退回补充侦查',
          sentAt: '2025-05-30T09:00:00+08:00',
          takenOverAt: null,
          receiptAt: null,
          party: {
            partyUid: PARTY_UID,
            person: { displayName: '钱拟癸' },
            custody: { heldFor: { name: '虚构县人民检察院' }, limitTo: '2025-05-30' },
          },
          from: { name: '虚构县人民检察院' },
          to: { name: '虚构县公安局' },
        },
      ],
    });
  });
});
