import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toCaseFacts, toCaseRecord, toIngestedCase, toRepresentations } from '#adapters/systems/court-12368/mapping.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { Code } from '#schema/codes.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

const NUMBER = '（2025）鲁9999刑初999901号' as CourtCaseNo;
const JUDGE = { RYBH: 'FY0001', ZN: '02', TCRQ: '', XM: '林拟审', ZNMC: '审判员' };
const LEFT = { ...JUDGE, RYBH: 'FY0009', TCRQ: '2025-06-03 00:00:00' };

const FACTS = {
  ...{ AH: NUMBER, FYDM: '鲁9999', SFFC: '0', MJ: '0' },
  ...{ CBRLB: { CBR: [JUDGE, LEFT] }, HBLB: { HB: [] }, DLRLB: { DLR: [] } },
};

const without = (record: XmlRecord, element: string): XmlRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== element));

describe('facts for decisions', () => {
  const read = (changes: XmlRecord = {}) => toCaseFacts({ ...FACTS, ...changes });

  it('name the court and those who still serve', () => {
    expect(read()).toEqual({
      courtCaseNo: NUMBER,
      agencyCode: 'COURT-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'FY0001', function: 'JUDGE' }],
      recusedStaffNos: [],
      counsel: [],
    });
  });

  it('keep recusals and the seal', () => {
    expect(read({ HBLB: { HB: [{ RYBH: 'FY0001', JDRQ: '' }] } }).recusedStaffNos).toEqual(['FY0001']);
    expect(read({ SFFC: '1' }).sealed).toBe(true);
  });

  it('name the counsel who still act', () => {
    const acting = { DSRXH: '1', LSZH: '13799202010999001', ZZRQ: '' };
    const ended = { ...acting, LSZH: '13799201810999004', ZZRQ: '2025-06-10 00:00:00' };
    const [licenceNo, partyKey] = [acting.LSZH, '1'];
    expect(read({ DLRLB: { DLR: [acting, ended] } }).counsel).toEqual([{ licenceNo, partyKey }]);
  });

  it('of a labelled record name nobody', () => {
    const HBLB = { HB: [{ RYBH: 'FY0001', JDRQ: '' }] };
    expect(read({ MJ: '2', HBLB })).toMatchObject({
      labelled: true,
      assignments: [],
      recusedStaffNos: [],
      counsel: [],
    });
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
    ['counsel for nobody', { DLRLB: { DLR: [{ DSRXH: '', LSZH: '13799202010999001' }] } }],
    ['counsel without a licence', { DLRLB: { DLR: [{ DSRXH: '1', LSZH: '1' }] } }],
  ])('cannot be read with %s', (_what, changes) => {
    expect(() => readWhole(() => read(changes))).toThrow(UnreadableField);
  });

  it.each(Object.keys(without(FACTS, 'MJ')))('cannot be read without %s', (element) => {
    expect(() => toCaseFacts(without(FACTS, element))).toThrow(UnreadableField);
  });
});

describe('case information', () => {
  const information = { AH: '(2025)鲁9999刑初999901号', FYDM: '鲁9999', ZT: '05', HYTLB: { CY: [JUDGE, LEFT] } };
  const read = (changes: XmlRecord = {}) => toCaseRecord({ ...information, ...changes });

  it('may hold no more than number, status and panel', () => {
    expect(read()).toEqual({
      courtCaseNo: NUMBER,
      rawNumber: '(2025)鲁9999刑初999901号',
      agencyCode: 'COURT-379999',
      status: 'SCHEDULED',
      procedure: null,
      cause: null,
      docketedOn: null,
      trialLimitOn: null,
      effectiveOn: null,
      precededBy: null,
      panel: [{ staffNo: 'FY0001', displayName: '林拟审', title: '审判员' }],
      clerk: null,
      mediator: null,
    });
  });

  it.each<[string, string, Code]>([
    ['X0264', '2025-05-29', { scheme: 'CRIMINAL-CAUSE', code: '264', name: '盗窃罪' }],
    ['M0103', '2025-12-31', { scheme: 'CIVIL-CAUSE', code: '103-3', name: '民间借贷纠纷' }],
    ['M0103', '2026-01-01', { scheme: 'CIVIL-CAUSE', code: '108-3', name: '民间借贷纠纷' }],
    ['M0103', '2020-12-31', { scheme: 'COURT-12368-CAUSE', code: 'M0103', name: '民间借贷纠纷' }],
    ['M0103', '', { scheme: 'COURT-12368-CAUSE', code: 'M0103', name: '民间借贷纠纷' }],
    ['X9999', '2025-05-29', { scheme: 'COURT-12368-CAUSE', code: 'X9999', name: 'X9999' }],
  ])('has cause %s, docketed on %j, by the list of that day, else by the court’s own', (AY, LARQ, cause) => {
    expect(read({ AY, LARQ: LARQ && `${LARQ} 00:00:00` }).cause).toEqual(cause);
  });

  it('has a clerk, or an empty element for one', () => {
    expect(read({ SJY: { RYBH: 'FY0003', XM: '苏拟录', ZNMC: '书记员' } }).clerk?.staffNo).toBe('FY0003');
    expect(read({ SJY: {} }).clerk).toBeNull();
    expect(read({ TJY: { RYBH: 'TJ0001', XM: '高拟和', ZNMC: '调解员' } }).mediator?.displayName).toBe('高拟和');
  });

  it('names the case before it, whatever the brackets', () => {
    expect(read({ QSAJAH: '(2024)鲁9999刑初1号' }).precededBy).toBe('（2024）鲁9999刑初1号');
  });

  it('with one field that cannot be read has all the others', () => {
    const record = read({ HYTLB: { CY: [{ ...JUDGE, XM: '林'.repeat(4001) }] } });
    expect(() => record.panel).toThrow(DepartmentError);
    expect([record.status, record.trialLimitOn]).toEqual(['SCHEDULED', null]);
  });

  it.each<[string, XmlRecord]>([
    ['an unknown status', { ZT: '99' }],
    ['no status', { ZT: '' }],
    ['an unknown procedure', { SYCX: '9' }],
    ['an unknown court', { FYDM: '京0101' }],
    ['no number of the case before it', { QSAJAH: '不详' }],
    ['no panel', { HYTLB: null }],
    ['a nameless judge', { HYTLB: { CY: [{ ...JUDGE, XM: '' }] } }],
  ])('cannot be read with %s', (_what, changes) => {
    expect(() => readWhole(() => read(changes))).toThrow(UnreadableField);
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
    expect(() => readWhole(() => read(changes))).toThrow(UnreadableField);
  });
});

describe('a record for ingest', () => {
  const listed = {
    ...FACTS,
    ...{ PTTYAH: 'ZF-2025-000001', ZT: '05', JCSLAH: '虚检刑诉受[2025]379999000011号', QSAJAH: '' },
    ...{ GLAHLB: { GLAJAH: ['', '（2025）鲁9999诉前调999915号', '另案'] }, DSRLB: { DSR: [] } },
  };
  const read = (changes: XmlRecord = {}) => toIngestedCase({ ...listed, ...changes });

  it('is what decisions need, and what links it', () => {
    expect(read()).toEqual({
      ...toCaseFacts(FACTS),
      recordKey: '（2025）鲁9999刑初999901号',
      caseUid: 'ZF-2025-000001',
      status: 'SCHEDULED',
      linkedNumbers: [
        {
          kind: 'ACCEPTANCE_NO',
          number: '虚检刑诉受〔2025〕379999000011号',
          raw: '虚检刑诉受[2025]379999000011号',
        },
        { kind: 'COURT_CASE_NO', number: '（2025）鲁9999诉前调999915号', raw: '（2025）鲁9999诉前调999915号' },
        { kind: 'COURT_CASE_NO', number: null, raw: '另案' },
      ],
      parties: [],
    });
  });

  it('names nobody where it is labelled, whatever stands there', () => {
    const record = read({ MJ: '2', DSRLB: { DSR: [{ XH: '1' }] } });
    expect(record).toMatchObject({ labelled: true, linkedNumbers: [], parties: [] });
  });

  it.each(['', 'ZF-1', '无'])('has no platform number for %j', (PTTYAH) => {
    expect(read({ PTTYAH }).caseUid).toBeNull();
  });
});
