import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toCalendar, toFees, toHearings, toNotices } from '#adapters/systems/court-12368/hearing-mapping.ts';
import { expectUnreadable } from '#adapters/systems/court-12368/unreadable.fixture.ts';

const HEARING = { KTBH: 'KT-2', KTLX: '01', KTSJ: '2025-06-24 09:00:00', FT: '', SFGK: '1' };
const EARLIER = { KTBH: 'KT-1', KTLX: '77', KTSJ: '2025-06-10 14:30:00', FT: '第一法庭', SFGK: '0' };
const kind = (code: string, name: string) => ({ scheme: 'COURT-12368-HEARING', code, name });

describe('hearings', () => {
  const read = (...KT: XmlRecord[]) => toHearings({ KTLB: { KT } });
  const first = { hearingUid: 'KT-1', kind: kind('77', '77'), startsAt: '2025-06-10T14:30:00+08:00', room: '第一法庭' };
  const second = {
    hearingUid: 'KT-2',
    kind: kind('01', '开庭审理'),
    startsAt: '2025-06-24T09:00:00+08:00',
    room: null,
  };

  it('come by time, need no room, and may be of a kind that no list knows', () => {
    expect(read(HEARING, EARLIER)).toEqual([
      { ...first, open: false },
      { ...second, open: true },
    ]);
  });

  it('at one time come by key, in whatever order the court lists them', () => {
    const atOnce = ['KT-3', 'KT-1', 'KT-2'].map((KTBH) => ({ ...HEARING, KTBH }));
    for (const listed of [atOnce, atOnce.toReversed()])
      expect(read(...listed).map(({ hearingUid }) => hearingUid)).toEqual(['KT-1', 'KT-2', 'KT-3']);
  });

  it('of a calendar say of which case, and what it is related to as far as that can be read', () => {
    const KTRL = [
      { ...HEARING, AH: '(2025)鲁9999刑初999901号', QSAJAH: '', GLAHLB: { GLAJAH: [] } },
      {
        ...{ ...EARLIER, AH: '(2025)鲁99刑终999920号', QSAJAH: '(2025)鲁9999刑初999910号' },
        GLAHLB: { GLAJAH: ['另案', '(2025)鲁9999诉前调999915号'] },
      },
    ];
    expect(toCalendar({ KTRLLB: { KTRL } })).toMatchObject([
      {
        ...{ hearingUid: 'KT-1', courtCaseNo: '（2025）鲁99刑终999920号' },
        relatedNos: ['（2025）鲁9999刑初999910号', '（2025）鲁9999诉前调999915号'],
      },
      { hearingUid: 'KT-2', courtCaseNo: '（2025）鲁9999刑初999901号', relatedNos: [] },
    ]);
    const [entry = HEARING] = KTRL;
    expectUnreadable((hearing) => toCalendar({ KTRLLB: { KTRL: [hearing] } }), { ...entry, AH: '某案' }, 'AH');
  });

  it.each(['KTBH', 'KTLX', 'KTSJ', 'SFGK'])('cannot be read without %s', (element) => {
    expectUnreadable(read, { ...HEARING, [element]: '' }, element);
  });

  it('come once', () => {
    expectUnreadable((hearing) => read(hearing, hearing), HEARING, 'KTBH');
  });
});

describe('notices', () => {
  const notice = {
    ...{ KTBH: 'KT-1', DSRXH: '1', WSBH: 'FYWS-1', WSDM: '0101', WSMC: '传票', WSWH: '' },
    ...{ ZWTZRQ: '2025-06-21 00:00:00', TZSDSJ: '2025-06-13 09:40:00' },
  };
  const read = (...KTTZ: XmlRecord[]) => toNotices({ KTTZLB: { KTTZ } });

  it('name hearing, party and document, with their two times', () => {
    expect(read(notice)).toEqual([
      {
        hearingUid: 'KT-1',
        partyKey: '1',
        document: {
          documentKey: 'FYWS-1',
          code: { scheme: 'DOCUMENT', code: 'FY-01', name: '传票' },
          title: '传票',
          number: null,
        },
        dueOn: '2025-06-21',
        servedAt: '2025-06-13T09:40:00+08:00',
      },
    ]);
  });

  it('may be due without a document, and not served', () => {
    const empty = { WSBH: '', WSDM: '', WSMC: '', TZSDSJ: '' };
    expect(read({ ...notice, ...empty })).toMatchObject([{ document: null, dueOn: '2025-06-21', servedAt: null }]);
  });

  it('are one for each party of a hearing', () => {
    expect(read(notice, { ...notice, DSRXH: '2' })).toHaveLength(2);
    expectUnreadable((record) => read(record, record), notice, 'KTBH');
  });

  it.each(['KTBH', 'DSRXH', 'WSDM', 'WSMC'])('cannot be read without %s', (element) => {
    expectUnreadable(read, { ...notice, [element]: '' }, element);
  });
});

describe('fees', () => {
  const fee = {
    ...{ JFTZSH: 'JF-1', JFJE: '12800.00', JFTZRQ: '2025-06-13 00:00:00', JFJZRQ: '2025-06-20 00:00:00' },
    ...{ JFZT: '1', JFRXH: '1' },
  };
  const read = (...JFTZ: XmlRecord[]) => toFees({ JFTZLB: { JFTZ } });

  it('are in fen', () => {
    expect(read(fee)).toEqual([
      {
        noticeNo: 'JF-1',
        amountFen: 1_280_000,
        noticedOn: '2025-06-13',
        dueOn: '2025-06-20',
        state: 'UNPAID',
        payerPartyKey: '1',
      },
    ]);
  });

  it.each([
    ['JFTZSH', ''],
    ['JFJE', ''],
    ['JFJE', '一万'],
    ['JFZT', '88'],
    ['JFJZRQ', '2025-02-30'],
  ])('cannot be read with %s %j', (element, value) => {
    expectUnreadable(read, { ...fee, [element]: value }, element);
  });
});
