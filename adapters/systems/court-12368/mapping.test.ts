import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { toCaseFacts, toCaseRecord, toHearings, toRepresentations } from '#adapters/systems/court-12368/mapping.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

const NUMBER = '（2025）鲁9999刑初999901号' as CourtCaseNo;
const JUDGE = { RYBH: 'FY0001', ZN: '02', TCRQ: '', XM: '林拟审', ZNMC: '审判员' };
const LEFT = { ...JUDGE, RYBH: 'FY0009', TCRQ: '2025-06-03 00:00:00' };

const without = (record: XmlRecord, element: string): XmlRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== element));

describe('facts for decisions', () => {
  const facts = { AH: NUMBER, FYDM: '鲁9999', SFFC: '0', MJ: '0', CBRLB: { CBR: [JUDGE, LEFT] }, HBLB: { HB: [] } };
  const read = (changes: XmlRecord = {}) => toCaseFacts({ ...facts, ...changes }, NUMBER);

  it('name the court and those who still serve', () => {
    expect(read()).toEqual({
      courtCaseNo: NUMBER,
      agencyCode: 'COURT-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'FY0001', function: 'JUDGE' }],
      recusedStaffNos: [],
    });
  });

  it('keep recusals and the seal', () => {
    expect(read({ HBLB: { HB: [{ RYBH: 'FY0001', JDRQ: '' }] } }).recusedStaffNos).toEqual(['FY0001']);
    expect(read({ SFFC: '1' }).sealed).toBe(true);
  });

  it.each([
    ['0', false],
    ['', false],
    ['1', true],
    ['2', true],
    ['机密', true],
    ['unheard of', true],
  ])('take the label %j for a secret: %s', (MJ, labelled) => {
    expect(read({ MJ }).labelled).toBe(labelled);
  });

  it.each<[string, XmlRecord]>([
    ['an unknown court', { FYDM: '京0101' }],
    ['a seal that says neither yes nor no', { SFFC: '是' }],
    ['no word about a seal', { SFFC: '' }],
    ['an unknown function', { CBRLB: { CBR: [{ ...JUDGE, ZN: '77' }] } }],
    ['a handler without a number', { CBRLB: { CBR: [{ ...JUDGE, RYBH: '' }] } }],
    ['a recusal of nobody', { HBLB: { HB: [{ RYBH: '', JDRQ: '' }] } }],
  ])('cannot be read with %s', (_what, changes) => {
    expect(() => read(changes)).toThrow(UnreadableField);
  });

  it.each(Object.keys(without(without(facts, 'AH'), 'MJ')))('cannot be read without %s', (element) => {
    expect(() => toCaseFacts(without(facts, element), NUMBER)).toThrow(UnreadableField);
  });
});

describe('case information', () => {
  const information = { AH: '(2025)鲁9999刑初999901号', ZT: '05', HYTLB: { CY: [JUDGE, LEFT] } };
  const read = (changes: XmlRecord = {}) => toCaseRecord({ ...information, ...changes }, NUMBER);

  it('may hold no more than number, status and panel', () => {
    expect(read()).toEqual({
      courtCaseNo: NUMBER,
      rawNumber: '(2025)鲁9999刑初999901号',
      status: 'SCHEDULED',
      procedure: null,
      cause: null,
      docketedOn: null,
      trialLimitOn: null,
      effectiveOn: null,
      panel: [{ staffNo: 'FY0001', displayName: '林拟审', title: '审判员' }],
      clerk: null,
    });
  });

  it('keeps a cause that no list knows', () => {
    expect(read({ AY: 'X0264' }).cause).toEqual({ scheme: 'COURT-12368-AY', code: 'X0264', name: '盗窃罪' });
    expect(read({ AY: 'X9999' }).cause).toEqual({ scheme: 'COURT-12368-AY', code: 'X9999', name: 'X9999' });
  });

  it('has a clerk, or an empty element for one', () => {
    expect(read({ SJY: { RYBH: 'FY0003', XM: '苏拟录', ZNMC: '书记员' } }).clerk?.staffNo).toBe('FY0003');
    expect(read({ SJY: {} }).clerk).toBeNull();
  });

  it.each<[string, XmlRecord]>([
    ['an unknown status', { ZT: '99' }],
    ['no status', { ZT: '' }],
    ['an unknown procedure', { SYCX: '9' }],
    ['no panel', { HYTLB: null }],
    ['a nameless judge', { HYTLB: { CY: [{ ...JUDGE, XM: '' }] } }],
  ])('cannot be read with %s', (_what, changes) => {
    expect(() => read(changes)).toThrow(UnreadableField);
  });
});

describe('hearings', () => {
  const hearing = { KTBH: 'KT-2', KTSJ: '2025-06-24 09:00:00', FT: '', SFGK: '1' };
  const read = (...KT: XmlRecord[]) => toHearings({ AH: NUMBER, KTLB: { KT } });

  it('come by time, and need no room', () => {
    const earlier = { KTBH: 'KT-1', KTSJ: '2025-06-10 14:30:00', FT: '第一法庭', SFGK: '0' };
    expect(read(hearing, earlier)).toEqual([
      { hearingUid: 'KT-1', startsAt: '2025-06-10T14:30:00+08:00', room: '第一法庭', open: false },
      { hearingUid: 'KT-2', startsAt: '2025-06-24T09:00:00+08:00', room: null, open: true },
    ]);
  });

  it.each(['KTBH', 'KTSJ', 'SFGK'])('cannot be read without %s', (element) => {
    expect(() => read({ ...hearing, [element]: '' })).toThrow(UnreadableField);
  });
});

describe('powers of attorney', () => {
  const attorney = {
    DSRXH: '1',
    DLLX: '2',
    LSZH: '13799202010999001',
    LSXM: '何拟辩',
    QSRQ: '2025-06-03',
    ZZRQ: '2025-06-10',
  };
  const read = (changes: XmlRecord = {}) =>
    toRepresentations({ AH: NUMBER, DLLB: { DL: [{ ...attorney, ...changes }] } });

  it('name party, kind, lawyer and time', () => {
    expect(read()).toEqual([
      {
        partyKey: '1',
        kind: 'AGENT',
        lawyer: { licenceNo: '13799202010999001', name: '何拟辩' },
        from: '2025-06-03',
        to: '2025-06-10',
      },
    ]);
  });

  it.each<[string, XmlRecord]>([
    ['a licence number that is none', { LSZH: '23799202010999001' }],
    ['an unknown kind', { DLLX: '9' }],
    ['no party', { DSRXH: '' }],
    ['no beginning', { QSRQ: '0000-00-00 00:00:00' }],
  ])('cannot be read with %s', (_what, changes) => {
    expect(() => read(changes)).toThrow(UnreadableField);
  });
});
