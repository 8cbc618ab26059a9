import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { toDocuments, toInbox } from '#adapters/systems/procuratorate-12309/document-mapping.ts';
import { toIngestedReview, toParties, toReviewFacts } from '#adapters/systems/procuratorate-12309/mapping.ts';
import { toArrestReview, toProsecutionReview } from '#adapters/systems/procuratorate-12309/review-mapping.ts';
import { toRequested, toTicket, toTicketFacts } from '#adapters/systems/procuratorate-12309/service-mapping.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const BMSAH = '虚检刑诉受[2025]379999000011号';
const PROSECUTOR = { RYGH: 'JC0001', XM: '李拟诉', ZN: '01', ZNMC: '检察官', YJRQ: '00000000' };
const LEFT = { ...PROSECUTOR, RYGH: 'JC0009', YJRQ: '20250408' };
const LAWYER = { LSZYZH: '13799202010999001', RYXH: '01', ZZRQ: '' };
const FACTS = {
  ...{ BMSAH, DWDM: '379999', SFFC: '0', MJ: '0' },
  CBRLB: { CBR: [PROSECUTOR, LEFT] },
  HBLB: { HB: [{ RYGH: 'JC0006' }] },
  LSLB: { LS: [LAWYER, { ...LAWYER, RYXH: '02', ZZRQ: '20250501' }] },
};

/** Every record that lacks one of these elements cannot be read. */
function expectAllNeeded(read: (record: XmlRecord) => unknown, record: XmlRecord, elements: string): void {
  expect(() => read(record)).not.toThrow();
  for (const element of elements.split(' ')) {
    const { [element]: _, ...rest } = record;
    expect(() => read(rest)).toThrow(UnreadableField);
  }
}

describe('facts for decisions', () => {
  const read = (changes: XmlRecord = {}) => toReviewFacts({ ...FACTS, ...changes });

  it('name those who still serve, those who were recused, and counsel in office', () => {
    expect(read()).toEqual({
      recordNo: '虚检刑诉受〔2025〕379999000011号',
      agencyCode: 'PROC-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'JC0001', function: 'PROSECUTOR' }],
      recusedStaffNos: ['JC0006'],
      counsel: [{ licenceNo: '13799202010999001', partyKey: '01' }],
    });
  });

  it.each([
    ['0', false],
    ['', false],
    ['2', true],
    ['机密', true],
    ['unheard of', true],
  ])('take the label %j for a secret: %s', (MJ, labelled) => {
    expect(read({ MJ }).labelled).toBe(labelled);
  });

  it('need all but the label', () => {
    expectAllNeeded(toReviewFacts, FACTS, 'BMSAH DWDM SFFC CBRLB HBLB LSLB');
    const unreadable: XmlRecord[] = [
      { DWDM: '110000' },
      { SFFC: '是' },
      { CBRLB: { CBR: [{ ...PROSECUTOR, ZN: '77' }] } },
      { LSLB: { LS: [{ ...LAWYER, LSZYZH: '1379920201099900' }] } },
      { LSLB: { LS: [{ ...LAWYER, RYXH: '' }] } },
    ];
    for (const changes of unreadable) expect(() => read(changes)).toThrow(UnreadableField);
  });
});

describe('reviews', () => {
  const review = {
    BMSAH,
    DWDM: '379999',
    TYSAH: '',
    AJZT: '21',
    SLRQ: '20250407',
    SCJMRQ: '',
    CBRLB: { CBR: [LEFT, PROSECUTOR] },
  };

  it('may be without unified number, limit, prosecutor and decisions', () => {
    const bare = { ...review, CBRLB: { CBR: [LEFT] }, JDLB: { JD: [] } };
    const common = {
      acceptanceNo: '虚检刑诉受〔2025〕379999000011号',
      agencyCode: 'PROC-379999',
      rawNumber: BMSAH,
      unifiedNo: null,
      prosecutor: null,
      limitOn: null,
    };
    expect(toArrestReview(bare)).toEqual({ ...common, status: 'ACCEPTED', receivedOn: '2025-04-07', decisions: [] });
    expect(toProsecutionReview({ ...bare, SLRQ: '', TBCS: '0', TBLB: { TB: [] } })).toEqual({
      ...common,
      ...{ status: 'UNDER_REVIEW', acceptedOn: null, returnsUsed: 0, returnsLeft: 2, returns: [], outcomes: [] },
    });
  });

  it('need the rest', () => {
    expectAllNeeded(toArrestReview, { ...review, JDLB: { JD: [] } }, 'BMSAH DWDM AJZT SLRQ CBRLB JDLB');
    const prosecution = { ...review, TBCS: '0', TBLB: { TB: [] }, JDLB: { JD: [] } };
    expectAllNeeded(toProsecutionReview, prosecution, 'BMSAH DWDM AJZT CBRLB TBCS TBLB JDLB');
  });

  it('have returns in their order', () => {
    const returned = (LC: string, TBRQ: string) => ({ LC, TBRQ, CBRQ: '', TGWSBH: '' });
    const TB = [returned('2', '20250530'), returned('1', '20250331')];
    const read = toProsecutionReview({ ...review, TBCS: '2', TBLB: { TB }, JDLB: { JD: [] } });
    expect(read.returns.map(({ round }) => round)).toEqual([1, 2]);
  });

  it('say of each person what was decided', () => {
    const decision = { RYXH: '01', JDDM: '11', ZXZT: '1' };
    const read = (JD: XmlRecord) => toArrestReview({ ...review, JDLB: { JD: [JD] } }).decisions;
    expect(read(decision)).toEqual([
      {
        partyKey: '01',
        decision: 'APPROVED',
        status: 'DECIDED',
        ...{ decidedOn: null, document: null, supplementOutline: null, executedAt: null, receiptDueOn: null },
      },
    ]);
    expectAllNeeded(read, decision, 'RYXH JDDM ZXZT');
  });
});

describe('parties', () => {
  const person = { RYXH: '01', XM: '张拟甲', SSDW: '01', JDDM: '00', SFBH: '0', SFWCN: '' };
  const read = (RY: XmlRecord) => toParties({ RYLB: { RY: [RY] } })[0];

  it('need key, name, role, and for a suspect a decision', () => {
    expectAllNeeded(read, person, 'RYXH XM SSDW JDDM');
    expect(read({ ...person, SSDW: '02', JDDM: '' })?.legalStatus).toBe('NOT_APPLICABLE');
  });

  it('are protected unless the system says that they are not, and then nothing but the alias is told', () => {
    const known = { ...person, XB: '1', SFZHM: '379999198506120130', LXDH: '13900009901' };
    expect(read(known)).toMatchObject({
      protectedIdentity: false,
      sex: { scheme: 'GB/T 2261.1', code: '1', name: '男性' },
      idNumber: '379999198506120130',
      phone: '13900009901',
    });
    for (const SFBH of ['', '1']) {
      const alias = { protectedIdentity: true, sex: null, idNumber: null, phone: null };
      expect(read({ ...known, SFBH })).toMatchObject(alias);
    }
  });

  it('may be of a sex that no list knows, and without number and phone', () => {
    const unknown = { sex: { scheme: 'GB/T 2261.1', code: '7', name: '7' }, idNumber: null, phone: null };
    expect(read({ ...person, XB: '7', SFZHM: '379999198506120131', LXDH: ' ' })).toMatchObject(unknown);
    expect(read(person)?.sex).toBeNull();
  });
});

describe('a row of the page', () => {
  const row = {
    ...FACTS,
    ...{ PTTYAH: '', TYSAH: '', LB: '2', AJZT: '21' },
    ...{ GALB: { GAAJBH: [] }, SAHLB: { BMSAH: [] }, RYLB: { RY: [] } },
  };
  const read = (changes: XmlRecord) => toIngestedReview({ ...row, ...changes });

  it('has the number of the platform, where it is one', () => {
    expect(read({ PTTYAH: 'ZF-2025-000001' }).caseUid).toBe('ZF-2025-000001');
    for (const PTTYAH of ['', 'ZF-1']) expect(read({ PTTYAH }).caseUid).toBeNull();
  });

  it.each([
    [
      { LB: '1', AJZT: '40' },
      { kind: 'ARREST_REVIEW', status: 'DECIDED' },
    ],
    [
      { LB: '2', AJZT: '30' },
      { kind: 'PROSECUTION_REVIEW', status: 'RETURNED' },
    ],
    [
      { LB: '9', AJZT: '3', BMSAH: 'YS20250616-0001' },
      { kind: 'INCOMING_TRANSFER', status: 'DELIVERED' },
    ],
  ])('with %j stands as %j', (changes, state) => {
    expect(read(changes)).toMatchObject(state);
  });

  it.each([
    { LB: '1', AJZT: '30' },
    { LB: '9', AJZT: '3' },
    { LB: '2', BMSAH: 'YS20250616-0001' },
    { LB: '3' },
    { BMSAH: 'ys-1' },
  ])('with %j cannot be', (changes) => {
    expect(() => read(changes)).toThrow(UnreadableField);
  });

  it('has flags alone with a label', () => {
    expect(read({ MJ: '2', RYLB: null, GALB: null })).toMatchObject({
      ...{ labelled: true, assignments: [], recusedStaffNos: [], counsel: [], linkedNumbers: [], parties: [] },
    });
  });
});

describe('documents', () => {
  const document = {
    WSBH: '1',
    WSDM: '0301',
    WSMC: '起诉书',
    WH: '',
    ZZDW: '379999',
    QFRQ: '',
    SFQZ: '0',
    SDLB: { SD: [] },
  };
  const read = (WS: XmlRecord) => toDocuments({ WSLB: { WS: [WS] } })[0];

  it('may lack number, day, check and digest', () => {
    expect(read(document)).toMatchObject({ number: null, issuedOn: null, signatureValid: null, digest: null });
    expectAllNeeded(read, document, 'WSBH WSDM WSMC ZZDW SFQZ SDLB');
  });

  it('have a digest that is one', () => {
    expect(read({ ...document, ZYZ: 'AB'.repeat(32) })?.digest).toBe(`sm3:${'ab'.repeat(32)}`);
    expect(() => read({ ...document, ZYZ: 'AB'.repeat(31) })).toThrow(UnreadableField);
  });

  it('are served on an agency or a party, not on both and not on nobody', () => {
    const delivery = { SSDDW: '', SSDRXH: '01', SSDMC: '张拟甲', SDFS: '1', SDSJ: '', SFSD: '0' };
    const served = (changes: XmlRecord) =>
      read({ ...document, SDLB: { SD: [{ ...delivery, ...changes }] } })?.deliveries;
    expect(served({})).toEqual([
      {
        agencyCode: null,
        partyKey: '01',
        to: '张拟甲',
        method: { scheme: 'PROC-12309-SDFS', code: '1', name: '直接送达' },
        servedAt: null,
        ok: false,
      },
    ]);
    expect(() => served({ SSDDW: '379999' })).toThrow(UnreadableField);
    expect(() => served({ SSDRXH: '' })).toThrow(UnreadableField);
    expect(() => served({ SSDMC: '' })).toThrow(UnreadableField);
  });
});

it('transfers come by the time of sending', () => {
  const transfer = (YSBH: string, FCSJ: string) => ({
    ...{ YSBH, FCSJ, YSLX: '0201', YSZT: '3', FCDW: '379999000000', JSDW: '379999' },
    ...{ GALB: { GAAJBH: [] }, RYLB: { RYXH: [] }, WSLB: { WS: [] }, CLLB: { CL: [] } },
  });
  const read = toInbox({ YSLB: { YS: [transfer('b', '20250616083000'), transfer('a', '20250615083000')] } });
  expect(read.map(({ transferKey }) => transferKey)).toEqual(['a', 'b']);
});

describe('tickets', () => {
  const ticket = {
    ...{ GDH: 'PT1', DWDM: '379999', QD: '01', SXLB: '07', GDZT: '10', BMSAH: '', TJSJ: '20250616081500', DFQX: '' },
    ...{ TJR: { XM: '', SFZHM: '' }, DFLB: { DF: [] } },
  };
  const facts = { GDH: 'PT1', DWDM: '379999', CXM: 'QK7M2X' };

  it('need all but case, due date and name', () => {
    expectAllNeeded(toTicket, ticket, 'GDH DWDM QD SXLB GDZT TJSJ DFLB TJR');
    expectAllNeeded(toTicketFacts, facts, 'GDH DWDM CXM');
    expect(toTicket(ticket)).toMatchObject({ caseNo: null, nextReplyDueOn: null, complainant: null });
  });

  it('may have a complainant without a number that can be read', () => {
    const read = toTicket({ ...ticket, TJR: { XM: '郑拟寅', SFZHM: '379999198304250288' } });
    expect(read.complainant).toEqual({ name: '郑拟寅', idNumber: null });
  });
});

describe('requests', () => {
  it.each([
    ['1', { outcome: 'it', repeated: false }],
    ['2', { outcome: 'it', repeated: true }],
  ])('with the result %s are granted', (SLJG, granted) => {
    expect(toRequested({ SLJG }, () => 'it')).toEqual(granted);
  });

  it.each([
    ['3', 'CONFLICT'],
    ['4', 'NOT_FOUND'],
    ['5', 'CONFLICT'],
    ['6', 'CONFLICT'],
  ])('with the result %s are refused: %s', (SLJG, code) => {
    expect(() => toRequested({ SLJG }, () => 'it')).toThrow(expect.objectContaining({ code }));
  });

  it.each(['', '9'])('with the result %j cannot be read', (SLJG) => {
    expect(() => toRequested({ SLJG }, () => 'it')).toThrow(UnreadableField);
  });
});
