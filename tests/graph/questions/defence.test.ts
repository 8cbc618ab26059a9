import { describe, expect, it } from '@jest/globals';
import { askReference, PARTY_UID } from '#tests/graph/questions/questions.ts';

describe('Q6: notified defence that is not assigned yet', () => {
  it('case 3: received on 2025-06-12, to be assigned by 2025-06-16, since the 15th is a Sunday', async () => {
    expect(await askReference('Q6')).toEqual({
      legalAidInbox: [
        {
          legalAidId: 'LA-2025-000003',
          ground: 'ORDINARY_PROCEDURE_NO_DEFENDER',
          stage: 'PROSECUTION_REVIEW',
          notifiedAt: '2025-06-12T14:30:00+08:00',
          assignBy: '2025-06-16',
          notifiedBy: { name: '虚构县人民检察院' },
          beneficiary: { partyUid: PARTY_UID, minorAtOffence: false, person: { displayName: '钱拟癸', sexCode: '1' } },
        },
      ],
    });
  });
});

describe('Q7: whether the lawyer may read the file', () => {
  const CPL_40 = expect.stringContaining('刑事诉讼法第四十条');

  it('case 1: yes, since prosecution review', async () => {
    expect(await askReference('Q7')).toEqual({
      fileReadingRight: { allowed: true, reason: CPL_40, since: '2025-04-07' },
      case: {
        currentStage: 'FIRST_INSTANCE',
        prosecutionReviews: [
          {
            acceptanceNo: '虚检刑诉受〔2025〕379999000011号',
            acceptedOn: '2025-04-07',
            prosecutor: { title: '检察官', agency: { name: '虚构县人民检察院' } },
          },
        ],
      },
    });
  });

  it('case 2: not before prosecution review', async () => {
    expect(await askReference('Q7', { variables: { c: 'ZF-2025-000002' } })).toEqual({
      fileReadingRight: { allowed: false, reason: CPL_40, since: null },
      case: { currentStage: 'INVESTIGATION', prosecutionReviews: [] },
    });
  });

  it.each(['ZF-2025-000003', 'ZF-2025-000009', 'ZF-2024-000004', 'ZF-2025-999999'])(
    '%s, which is somebody else’s or none: null',
    async (c) => {
      expect(await askReference('Q7', { variables: { c } })).toEqual({ fileReadingRight: null, case: null });
    },
  );
});
