import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { toDocuments, toTransfers } from '#adapters/systems/police/document-mapping.ts';
import { expectUnreadable } from '#adapters/systems/police/unreadable.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const AJBH = 'A3799990000002025030001';
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
  WSDM: null,
  WSMC: null,
  WH: null,
  ZZSJ: null,
  YQJG: null,
  ZYZ: null,
};

it.each([
  ['a document', () => toDocuments([DOCUMENT, DOCUMENT]), 'WSBH'],
  ['an item of a checklist', () => toTransfers([TRANSFER, TRANSFER]), 'XH'],
])('%s that comes twice means that the answer is not what it seems', (_, read, column) => {
  expect(read).toThrow(new UnreadableField(column, 'comes twice'));
});

describe('documents', () => {
  it('keep a kind that the catalogue does not have', () => {
    const code = { scheme: 'POLICE-DOCUMENT', code: '0799', name: '0799' };
    expect(toDocuments([{ ...DOCUMENT, WSDM: '0799' }])).toMatchObject([{ code }]);
  });

  it('have a digest or none, never half of one', () => {
    expect(toDocuments([DOCUMENT])).toMatchObject([{ digest: `sm3:${'ab'.repeat(32)}` }]);
    expect(toDocuments([{ ...DOCUMENT, ZYZ: null }])).toMatchObject([{ digest: null }]);
    expectUnreadable((row) => toDocuments([row]), { ...DOCUMENT, ZYZ: 'AB'.repeat(31) }, 'ZYZ');
  });
});

describe('transfers', () => {
  it('hold the documents that answer their items, each once', () => {
    const answered = { ...TRANSFER, ...DOCUMENT, YQJG: '0' };
    const [transfer] = toTransfers([answered, { ...answered, XH: '2' }, { ...TRANSFER, XH: '3' }]);
    expect(transfer?.documents).toEqual([
      {
        documentKey: 'WS1',
        code: { scheme: 'DOCUMENT', code: 'GA-02', name: '立案决定书' },
        title: '立案决定书',
        number: null,
        issuedOn: '2025-03-03',
        signatureValid: false,
        digest: `sm3:${'ab'.repeat(32)}`,
      },
    ]);
    expect(transfer?.checklist.map(({ documentKey }) => documentKey)).toEqual(['WS1', 'WS1', null]);
  });

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
    expect(toTransfers([{ ...TRANSFER, ...bare, YSCS: null }])).toMatchObject([
      { round: null, documents: [], checklist: [] },
    ]);
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
