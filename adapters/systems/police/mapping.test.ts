import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { toCaseFacts, toCaseRecord, toIngestedCase } from '#adapters/systems/police/mapping.ts';
import { expectUnreadable } from '#adapters/systems/police/unreadable.fixture.ts';

const AJBH = 'A3799990000002025030001';
const FACTS: OracleRow = {
  AJBH,
  JGDM: '379999000000',
  FCBZ: '0',
  MJDM: '0',
  ZBRGH: 'GA0001',
  XBRGH: null,
  FZSHRGH: 'GA0003',
  HBRGH: null,
  WTLSMD: null,
  ZYRYMD: null,
};
const LINKS: OracleRow = { BPSAH: null, QSSAH: null, FYAH: null, BAAJBH: null };
const CASE: OracleRow = {
  ...LINKS,
  AJBH,
  AJLBDM: '050200',
  AJZT: '11',
  SLSJ: '2025-03-02 21:40:00',
  LASJ: '20250303',
  BADWDM: '379999050000',
  BADWMC: '虚构县公安局刑事侦查大队',
  BCZCCS: '0',
  ZBRGH: 'GA0001',
  ZBRXM: '王拟侦',
  XBRGH: null,
  XBRXM: null,
};

describe('facts', () => {
  it('name who works on the case, by function', () => {
    expect(toCaseFacts(FACTS)).toEqual({
      policeCaseNo: AJBH,
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: false,
      assignments: [
        { staffNo: 'GA0001', function: 'INVESTIGATOR' },
        { staffNo: 'GA0003', function: 'LEGAL_REVIEWER' },
      ],
      recusedStaffNos: [],
      counsel: [],
      custodies: [],
    });
  });

  it('name counsel and whoever is held, each by the key of the person', () => {
    const WTLSMD = 'R1:13799202010999001:何拟辩:20250607，R2：13799202010999001：何拟辩：2025-06-08';
    expect(toCaseFacts({ ...FACTS, WTLSMD, ZYRYMD: 'R1:379999540000', HBRGH: 'GA0006，GA0004' })).toMatchObject({
      recusedStaffNos: ['GA0006', 'GA0004'],
      counsel: [
        { licenceNo: '13799202010999001', partyKey: 'R1', name: '何拟辩', from: '2025-06-07' },
        { licenceNo: '13799202010999001', partyKey: 'R2', name: '何拟辩', from: '2025-06-08' },
      ],
      custodies: [{ partyKey: 'R1', detentionCentre: 'DETENTION-379999' }],
    });
  });

  it.each<[string, object]>([
    ['R1:13799202010999001', { name: null, from: null }],
    ['R1:13799202010999001::20250607', { name: null, from: '2025-06-07' }],
  ])('name counsel by %p too, who decides whatever else is missing', (WTLSMD, shown) => {
    const counsel = [{ licenceNo: '13799202010999001', partyKey: 'R1', ...shown }];
    expect(toCaseFacts({ ...FACTS, WTLSMD })).toMatchObject({ counsel });
  });

  it.each(['20250631', '00000000'])(
    'say who is counsel though since %p cannot be read, which is an error there',
    (from) => {
      const [counsel] = toCaseFacts({ ...FACTS, WTLSMD: `R1:13799202010999001:何拟辩:${from}` }).counsel;
      expect([counsel?.partyKey, counsel?.licenceNo]).toEqual(['R1', '13799202010999001']);
      expect(() => counsel?.from).toThrow(
        expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', system: 'police' }),
      );
    },
  );

  it.each([
    ['0', false],
    [null, false],
    ['1', true],
    ['2', true],
    ['X', true],
    [' ', true],
  ])('the label %p is one: %p', (MJDM, labelled) => {
    expect(toCaseFacts({ ...FACTS, MJDM })).toMatchObject({ labelled });
  });

  it.each([
    ['AJBH', null],
    ['AJBH', 'A3799990000002025130001'],
    ['JGDM', '519999000000'],
    ['JGDM', null],
    ['FCBZ', null],
    ['FCBZ', '2'],
    ['FCBZ', 'constructor'],
    ['WTLSMD', 'R1:13799:何拟辩:20250607'],
    ['ZYRYMD', 'R1'],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable(toCaseFacts, { ...FACTS, [column]: value }, column);
  });

  it.each(Object.keys(FACTS))('a column %s that the answer lacks is not taken for an empty one', (column) => {
    const { [column]: _, ...without } = FACTS;
    expectUnreadable(toCaseFacts, without, column);
  });
});

describe('a case', () => {
  it('keeps a category that no list knows', () => {
    const category = { scheme: 'GA 240.1', code: '999999', name: '999999' };
    expect(toCaseRecord({ ...CASE, AJLBDM: '999999' })).toMatchObject({ category });
  });

  it('keeps a number of another agency as written, beside the canonical one', () => {
    const row = { ...CASE, BPSAH: '虚检刑捕受[2025]379999000001号', FYAH: '鲁9999号' };
    expect(toCaseRecord(row).linkedNumbers).toEqual([
      { kind: 'ACCEPTANCE_NO', number: '虚检刑捕受〔2025〕379999000001号', raw: '虚检刑捕受[2025]379999000001号' },
      { kind: 'COURT_CASE_NO', number: null, raw: '鲁9999号' },
    ]);
  });

  it('may have nobody yet', () => {
    expect(toCaseRecord({ ...CASE, ZBRGH: null, LASJ: null })).toMatchObject({ handlers: [], filedOn: null });
  });

  it.each([
    ['AJZT', null],
    ['AJZT', '99'],
    ['AJLBDM', null],
    ['SLSJ', null],
    ['BADWDM', null],
    ['BADWMC', ' '],
    ['BCZCCS', null],
    ['BCZCCS', '12'],
    ['BCZCCS', '-1'],
    ['ZBRXM', null],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable(toCaseRecord, { ...CASE, [column]: value }, column);
  });
});

describe('what ingest takes', () => {
  const row = { ...FACTS, ...LINKS, AJZT: '20', PTTYAH: 'ZF-2025-000001', QSSAH: '虚检刑诉受〔2025〕379999000011号' };
  const party = { AJBH, RYBH: 'R1', RYLB: '01', CLZT: '1', BHBZ: '0', WCNBZ: '0', XM: '张拟甲', ZJHM: null };

  it('are the facts, the state, the links and the parties', () => {
    expect(toIngestedCase(row, [party])).toEqual({
      ...toCaseFacts(row),
      caseUid: 'ZF-2025-000001',
      status: 'TRANSFERRED_FOR_PROSECUTION',
      linkedNumbers: [
        { kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000011号', raw: '虚检刑诉受〔2025〕379999000011号' },
      ],
      parties: [expect.objectContaining({ partyKey: 'R1', displayName: '张拟甲' })],
    });
  });

  it('may have no number of the platform yet', () => {
    expect(toIngestedCase({ ...row, PTTYAH: null }, [])).toMatchObject({ caseUid: null });
    expectUnreadable((each) => toIngestedCase(each, []), { ...row, PTTYAH: 'ZF-1' }, 'PTTYAH');
  });

  it('of a labelled record is its key and its flags, whatever the answer holds', () => {
    expect(toIngestedCase({ ...row, MJDM: '3', WTLSMD: 'R1:13799202010999001:何拟辩:20250607' }, [party])).toEqual({
      policeCaseNo: AJBH,
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: true,
      assignments: [],
      recusedStaffNos: [],
      counsel: [],
      custodies: [],
      caseUid: null,
      status: null,
      linkedNumbers: [],
      parties: [],
    });
  });
});
