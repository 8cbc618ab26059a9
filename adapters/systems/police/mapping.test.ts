import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/fetch.ts';
import {
  AGENCIES,
  AGENCY_CODES,
  DOCUMENTS,
  FUNCTIONS,
  MEASURES,
  ROLES,
  STATUSES,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
} from '#adapters/systems/police/codes.ts';
import {
  toCaseFacts,
  toCaseRecord,
  toCustodies,
  toDocuments,
  toIngestedCase,
  toMeasures,
  toParties,
  toPendingHandovers,
  toTransfers,
} from '#adapters/systems/police/mapping.ts';
import { POLICE_FUNCTIONS } from '#adapters/systems/police/port.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { valuesOf } from '#schema/enums/enum.ts';
import { MEASURE_KIND } from '#schema/enums/measure-kind.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { POLICE_CASE_STATUS } from '#schema/enums/police-case-status.ts';
import { TRANSFER_KIND } from '#schema/enums/transfer-kind.ts';
import { TRANSFER_STATUS } from '#schema/enums/transfer-status.ts';

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
const PARTY: OracleRow = {
  AJBH,
  RYBH: 'R3799990000002025030011',
  RYLB: '01',
  CLZT: '1',
  BHBZ: '0',
  WCNBZ: '0',
  XM: '张拟甲',
  XBDM: '1',
};
const MEASURE: OracleRow = {
  AJBH,
  CSBH: 'CS1',
  RYBH: 'R1',
  CSLB: '02',
  JDJG: '379999000000',
  PZJG: null,
  ZXJG: '379999000000',
  KSSJ: '20250314160000',
  JZSJ: '2026-03-14 23:59:59',
  JCSJ: null,
  TZJSSJ: null,
  WSBH: null,
};
const CUSTODY: OracleRow = {
  AJBH,
  ZYBH: 'ZY1',
  RYBH: 'R1',
  KSSDM: '379999540000',
  BAJG: 'J379999',
  QXQSRQ: '20250430',
  QXJZRQ: '20250530',
  HYBH: 'HY1',
  YCJG: '379999000000',
  YRJG: 'J379999',
  HYYY: '移送审查起诉',
  FCSJ: '20250430090000',
  JSSJ: null,
  HZSJ: null,
};
const DOCUMENT: OracleRow = {
  AJBH,
  WSBH: 'WS1',
  WSDM: '0201',
  WSMC: '立案决定书',
  WH: null,
  ZZJG: '379999000000',
  ZZSJ: '20250303',
  QZBZ: '1',
  YQJG: null,
  ZYZ: 'AB'.repeat(32),
};
const TRANSFER: OracleRow = {
  AJBH,
  YSBH: 'YS1',
  YSLX: '21',
  YSZT: '4',
  YSCS: '2',
  FCJG: 'J379999',
  JSJG: '379999000000',
  FCSJ: '2025-05-30 09:20:00',
  JSSJ: null,
  SARYBH: 'R1，R2',
  THYSBH: null,
  XH: '1',
  CLDM: '12',
  CLMC: '补充侦查提纲',
  BBBZ: '1',
  YBBZ: '0',
  BZ: '  ',
  WSBH: null,
};

/** That a column's value cannot be read, and that the error names the column and not the value. */
function expectUnreadable(read: (row: OracleRow) => unknown, row: OracleRow, column: string) {
  const attempt = () => read(row);
  expect(attempt).toThrow(UnreadableField);
  expect(attempt).toThrow(new RegExp(`^${column} `));
  const value = row[column];
  if (value?.trim()) expect(attempt).not.toThrow(value);
}

describe('times in VARCHAR2', () => {
  it.each([
    ['20250314160000', '2025-03-14T16:00:00+08:00'],
    ['2025-03-14 16:00:00', '2025-03-14T16:00:00+08:00'],
    [' 2025-03-14 00:00:00 ', '2025-03-14T00:00:00+08:00'],
    ['00000000000000', null],
    ['0000-00-00 00:00:00', null],
    ['0001-01-01 00:00:00', null],
    ['   ', null],
    [null, null],
  ])('%p begins a measure at %p', (KSSJ, from) => {
    expect(toMeasures([{ ...MEASURE, KSSJ }])).toMatchObject([{ from }]);
  });

  it.each([
    ['20250303', '2025-03-03'],
    ['2025-03-03', '2025-03-03'],
    ['20250303235959', '2025-03-03'],
    ['2025-03-03 23:59:59', '2025-03-03'],
    ['00000000', null],
  ])('%p files a case on %p', (LASJ, filedOn) => {
    expect(toCaseRecord({ ...CASE, LASJ })).toMatchObject({ filedOn });
  });

  it.each(['20250230', '2025-3-3', '2025-0303', '20250303 10:00:00', '2025030310', '2025-03-03 24:00:00', 'null'])(
    '%p is no day',
    (LASJ) => expectUnreadable(toCaseRecord, { ...CASE, LASJ }, 'LASJ'),
  );

  it.each(['20250314', '2025-03-14', '20250314256060'])('%p is no time', (KSSJ) => {
    expectUnreadable((row) => toMeasures([row]), { ...MEASURE, KSSJ }, 'KSSJ');
  });
});

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
    });
  });

  it.each([
    ['GA0006', ['GA0006']],
    ['GA0006,GA0004', ['GA0006', 'GA0004']],
    [' GA0006， GA0004 ', ['GA0006', 'GA0004']],
    ['  ', []],
  ])('the recused in %p', (HBRGH, recusedStaffNos) => {
    expect(toCaseFacts({ ...FACTS, HBRGH })).toMatchObject({ recusedStaffNos });
  });

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

describe('parties', () => {
  it.each([
    ['01', '1', 'SUSPECT'],
    ['01', '2', 'SUSPECT'],
    ['01', '9', 'CLEARED'],
    ['02', null, 'NOT_APPLICABLE'],
    ['03', '1', 'NOT_APPLICABLE'],
  ])('of category %p in state %p are %p', (RYLB, CLZT, legalStatus) => {
    expect(toParties([{ ...PARTY, RYLB, CLZT }])).toMatchObject([{ legalStatus }]);
  });

  it('are protected unless the row says that they are not', () => {
    const protectedIdentity = true;
    expect(toParties([{ ...PARTY, BHBZ: null, XM: '证人甲' }])).toMatchObject([{ protectedIdentity }]);
    expect(toParties([{ ...PARTY, BHBZ: '1', XM: '证人甲' }])).toMatchObject([{ protectedIdentity }]);
  });

  it.each([
    ['RYBH', null],
    ['RYLB', '77'],
    ['CLZT', null],
    ['CLZT', '7'],
    ['XM', null],
    ['BHBZ', '2'],
    ['WCNBZ', 'Y'],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable((row) => toParties([row]), { ...PARTY, [column]: value }, column);
  });
});

it.each([
  ['a party', () => toParties([PARTY, PARTY]), 'RYBH'],
  ['a measure', () => toMeasures([MEASURE, MEASURE]), 'CSBH'],
  ['a document', () => toDocuments([DOCUMENT, DOCUMENT]), 'WSBH'],
  ['a hand-over', () => toCustodies([CUSTODY, CUSTODY]), 'HYBH'],
  ['a pending hand-over', () => toPendingHandovers([CUSTODY, CUSTODY]), 'HYBH'],
  ['an item of a checklist', () => toTransfers([TRANSFER, TRANSFER]), 'XH'],
])('%s that comes twice means that the answer is not what it seems', (_, read, column) => {
  expect(read).toThrow(new UnreadableField(column, 'comes twice'));
});

describe('measures', () => {
  it.each([
    ['CSLB', '07'],
    ['CSLB', null],
    ['JDJG', null],
    ['JDJG', 'J999999'],
    ['PZJG', 'J999999'],
    ['RYBH', ' '],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable((row) => toMeasures([row]), { ...MEASURE, [column]: value }, column);
  });
});

describe('custodies', () => {
  it('have their ledger in order, or none', () => {
    const second = { ...CUSTODY, HYBH: 'HY2', YCJG: 'J379999', YRJG: 'F379999', HYYY: '提起公诉' };
    const without = { ...CUSTODY, ZYBH: 'ZY2', HYBH: null, YCJG: null, YRJG: null, HYYY: null, FCSJ: null };
    const [held, other] = toCustodies([CUSTODY, second, without]);
    expect(held).toMatchObject({
      limitTo: '2025-05-30',
      handovers: [
        { handoverKey: 'HY1', to: 'PROC-379999' },
        { handoverKey: 'HY2', to: 'COURT-379999' },
      ],
    });
    expect(other?.handovers).toEqual([]);
  });

  it.each(['KSSDM', 'BAJG', 'QXQSRQ', 'QXJZRQ', 'YCJG', 'YRJG', 'HYYY'])('need their %s', (column) => {
    expectUnreadable((row) => toCustodies([row]), { ...CUSTODY, [column]: null }, column);
  });
});

describe('documents', () => {
  it('keep a kind that the catalogue does not have', () => {
    const code = { scheme: 'POLICE-WSDM', code: '0799', name: '0799' };
    expect(toDocuments([{ ...DOCUMENT, WSDM: '0799' }])).toMatchObject([{ code }]);
  });

  it('have a digest or none, never half of one', () => {
    expect(toDocuments([DOCUMENT])).toMatchObject([{ digest: `sm3:${'ab'.repeat(32)}` }]);
    expect(toDocuments([{ ...DOCUMENT, ZYZ: null }])).toMatchObject([{ digest: null }]);
    expectUnreadable((row) => toDocuments([row]), { ...DOCUMENT, ZYZ: 'AB'.repeat(31) }, 'ZYZ');
  });
});

describe('transfers', () => {
  it('have their checklist, or none yet', () => {
    expect(toTransfers([TRANSFER, { ...TRANSFER, XH: '2', YBBZ: '1' }])).toMatchObject([
      {
        round: 2,
        partyKeys: ['R1', 'R2'],
        replaces: null,
        checklist: [{ present: false, note: null }, { present: true }],
      },
    ]);
    const bare = { XH: null, CLDM: null, CLMC: null, BBBZ: null, YBBZ: null };
    expect(toTransfers([{ ...TRANSFER, ...bare, YSCS: null }])).toMatchObject([{ round: null, checklist: [] }]);
  });

  it.each([
    ['YSLX', '99'],
    ['YSZT', 'A'],
    ['FCJG', null],
    ['JSJG', null],
    ['YBBZ', null],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable((row) => toTransfers([row]), { ...TRANSFER, [column]: value }, column);
  });
});

describe('what ingest takes', () => {
  const row = { ...FACTS, ...LINKS, QSSAH: '虚检刑诉受〔2025〕379999000011号' };
  const party = (ZJHM: string | null) => ({ ...PARTY, ZJHM });

  it.each([
    ['379999198506120130', '379999198506120130'],
    ['37999919910628021x', '37999919910628021X'],
    ['379998650808014', '379998650808014'],
    ['379999198506120131', null],
    ['护照E00000000', null],
    [null, null],
  ])('of the number %p is %p', (ZJHM, idNumber) => {
    expect(toIngestedCase(row, [party(ZJHM)]).parties).toMatchObject([{ displayName: '张拟甲', idNumber }]);
  });

  it('of a labelled record is its key and its flags', () => {
    expect(toIngestedCase({ ...row, MJDM: '3' }, [party('379999198506120130')])).toEqual({
      policeCaseNo: AJBH,
      agencyCode: 'POLICE-379999',
      sealed: false,
      labelled: true,
      linkedNumbers: [],
      parties: [],
    });
  });
});

describe('the code lists', () => {
  it.each([
    ['case states', STATUSES, POLICE_CASE_STATUS],
    ['measures', MEASURES, MEASURE_KIND],
    ['transfer states', TRANSFER_STATUSES, TRANSFER_STATUS],
  ])('of %s have each word of the graph once', (_, list, words) => {
    expect([...list.values()].sort()).toEqual([...valuesOf<string>(words)].sort());
  });

  it.each([
    ['roles', ROLES, PARTY_ROLE],
    ['transfers', TRANSFER_KINDS, TRANSFER_KIND],
  ])('of %s have words of the graph, none twice', (_, list, words) => {
    expect(valuesOf<string>(words)).toEqual(expect.arrayContaining([...list.values()]));
    expect(new Set(list.values()).size).toBe(list.size);
  });

  it('of agencies are in the directory, and can be read both ways', () => {
    for (const [code, agency] of AGENCIES) {
      expect(departmentOfAgency(agency)).not.toBeNull();
      expect(AGENCY_CODES.get(agency)).toBe(code);
    }
  });

  it('of documents name each number of the police in the catalogue', () => {
    const ours = new Set([...DOCUMENTS.values()].map(([code]) => code).filter((code) => code.startsWith('GA-')));
    expect(ours.size).toBe(13);
  });

  it('of functions are all', () => {
    expect(new Set(FUNCTIONS.values())).toEqual(new Set(POLICE_FUNCTIONS));
  });
});
