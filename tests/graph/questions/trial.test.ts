import { describe, expect, it } from '@jest/globals';
import { askReference, PARTY_UID } from '#tests/graph/questions/questions.ts';

describe('Q8: notices for next week’s hearings', () => {
  const notice = (role: string, displayName: string, dueOn: string, servedAt: string | null) => ({
    dueOn,
    servedAt,
    party: { role, person: { displayName } },
    document: { code: 'FY-01' },
  });
  const WEEK = {
    hearingCalendar: [
      {
        hearingUid: expect.any(String),
        startsAt: '2025-06-24T09:00:00+08:00',
        room: '第三法庭',
        open: false,
        courtCase: { courtCaseNo: '（2025）鲁9999刑初999901号' },
        notices: [
          notice('SUSPECT_OR_DEFENDANT', '张拟甲', '2025-06-21', '2025-06-13T09:40:00+08:00'),
          notice('SUSPECT_OR_DEFENDANT', '李拟乙', '2025-06-21', '2025-06-13T10:10:00+08:00'),
          notice('SUSPECT_OR_DEFENDANT', '王拟丙', '2025-06-21', null),
        ],
      },
      {
        hearingUid: expect.any(String),
        startsAt: '2025-06-26T14:30:00+08:00',
        room: '第五法庭',
        open: true,
        courtCase: { courtCaseNo: '（2025）鲁9999民初999905号' },
        notices: [
          notice('PLAINTIFF', '郑拟寅', '2025-06-23', '2025-06-13T15:20:00+08:00'),
          notice('DEFENDANT', '华拟卯', '2025-06-23', null),
        ],
      },
    ],
  };

  it('cases 1 and 5: due on 06-21 and 06-23, not yet served on 王拟丙 and 华拟卯', async () => {
    expect(await askReference('Q8')).toEqual(WEEK);
  });

  it('the judge of both has the same calendar, the judge of neither an empty one', async () => {
    expect(await askReference('Q8', { user: 'court.lin' })).toEqual(WEEK);
    expect(await askReference('Q8', { user: 'court.zhou' })).toEqual({ hearingCalendar: [] });
  });

  it('both days count', async () => {
    const between = async (f: string, t: string) => {
      const { hearingCalendar } = await askReference('Q8', { variables: { f, t } });
      return (hearingCalendar as { startsAt: string }[]).map(({ startsAt }) => startsAt.slice(0, 10));
    };
    expect(await between('2025-06-24', '2025-06-26')).toEqual(['2025-06-24', '2025-06-26']);
    expect(await between('2025-06-25', '2025-06-25')).toEqual([]);
  });
});

describe('Q9: defenders, and service of the indictment', () => {
  it('case 1: three defendants, each with one defender; copies served on 2025-06-13, eleven days ahead', async () => {
    const assigned = (lawyer: object, number: string) => [
      { kind: 'NOTIFIED_AID', from: '2025-06-03', lawyer, letter: { number } },
    ];
    const BAIL = { kind: 'BAIL', limitOn: '2026-03-14' };
    const served = (to: string) => ({ to, servedAt: '2025-06-13T09:30:00+08:00', ok: true });
    expect(await askReference('Q9')).toEqual({
      case: {
        parties: [
          {
            partyUid: PARTY_UID,
            minorAtOffence: false,
            currentMeasure: { kind: 'ARREST', limitOn: '2025-07-29' },
            representations: [
              {
                kind: 'RETAINED',
                from: '2025-06-03',
                lawyer: { name: '何拟辩', licenceNo: '13799202010999001' },
                letter: null,
              },
            ],
          },
          {
            partyUid: PARTY_UID,
            minorAtOffence: false,
            currentMeasure: BAIL,
            representations: assigned({ name: '罗拟助', licenceNo: '13799201810999004' }, '虚法援函〔2025〕1号'),
          },
          {
            partyUid: PARTY_UID,
            minorAtOffence: true,
            currentMeasure: BAIL,
            representations: assigned({ name: '邓拟扶', licenceNo: '13799201911999005' }, '虚法援函〔2025〕2号'),
          },
        ],
        documents: [{ number: '虚检刑诉〔2025〕11号', deliveries: ['张拟甲', '李拟乙', '王拟丙'].map(served) }],
        courtCases: [{ courtCaseNo: '（2025）鲁9999刑初999901号', trialLimitOn: '2025-07-29', procedure: 'ORDINARY' }],
      },
    });
  });
});
