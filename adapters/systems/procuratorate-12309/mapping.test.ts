import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { toDocuments, toInbox } from '#adapters/systems/procuratorate-12309/document-mapping.ts';
import {
  toArrestReview,
  toIngestedReview,
  toParties,
  toProsecutionReview,
  toReviewFacts,
} from '#adapters/systems/procuratorate-12309/mapping.ts';
import { toRequested, toTicket, toTicketFacts } from '#adapters/systems/procuratorate-12309/service-mapping.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const BMSAH = '虚检刑诉受[2025]379999000011号';
const PROSECUTOR = { RYGH: 'JC0001', XM: '李拟诉', ZN: '01', ZNMC: '检察官', YJRQ: '00000000' };
const LEFT = { ...PROSECUTOR, RYGH: 'JC0009', YJRQ: '20250408' };

/** Every record that lacks one of these elements cannot be read. */
function expectAllNeeded(read: (record: XmlRecord) => unknown, record: XmlRecord, elements: string): void {
  expect(() => read(record)).not.toThrow();
  for (const element of elements.split(' ')) {
    const { [element]: _, ...rest } = record;
    expect(() => read(rest)).toThrow(UnreadableField);
  }
}

describe('facts for decisions', () => {
  const facts = {
    ...{ BMSAH, DWDM: '379999', SFFC: '0', MJ: '0' },
    CBRLB: { CBR: [PROSECUTOR, LEFT] },
    HBLB: { HB: [{ RYGH: 'JC0006' }] },
  };
  const read = (changes: XmlRecord = {}) => toReviewFacts({ ...facts, ...changes });

  it('name those who still serve, and those who were recused', () => {
    expect(read()).toEqual({
      acceptanceNo: '虚检刑诉受〔2025〕379999000011号',
      agencyCode: 'PROC-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'JC0001', function: 'PROSECUTOR' }],
      recusedStaffNos: ['JC0006'],
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
    expectAllNeeded(toReviewFacts, facts, 'BMSAH DWDM SFFC CBRLB HBLB');
    for (const changes of [{ DWDM: '110000' }, { SFFC: '是' }, { CBRLB: { CBR: [{ ...PROSECUTOR, ZN: '77' }] } }]) {
      expect(() => read(changes)).toThrow(UnreadableField);
    }
  });
});

describe('reviews', () => {
  const review = { BMSAH, TYSAH: '', AJZT: '21', SLRQ: '20250407', SCJMRQ: '', CBRLB: { CBR: [LEFT, PROSECUTOR] } };

  it('may be without unified number, limit, prosecutor and decisions', () => {
    const bare = { ...review, CBRLB: { CBR: [LEFT] }, JDLB: { JD: [] } };
    const common = {
      acceptanceNo: '虚检刑诉受〔2025〕379999000011号',
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
    expectAllNeeded(toArrestReview, { ...review, JDLB: { JD: [] } }, 'BMSAH AJZT SLRQ CBRLB JDLB');
    const prosecution = { ...review, TBCS: '0', TBLB: { TB: [] }, JDLB: { JD: [] } };
    expectAllNeeded(toProsecutionReview, prosecution, 'BMSAH AJZT CBRLB TBCS TBLB JDLB');
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

  it('are protected unless the system says that they are not', () => {
    expect(read(person)?.protectedIdentity).toBe(false);
    expect(read({ ...person, SFBH: '' })?.protectedIdentity).toBe(true);
    const page = {
      BMSAH,
      TYSAH: '',
      LB: '2',
      DWDM: '379999',
      SFFC: '0',
      MJ: '',
      GALB: { GAAJBH: [] },
      SAHLB: { BMSAH: [] },
    };
    const ingested = (SFBH: string) =>
      toIngestedReview({ ...page, RYLB: { RY: [{ ...person, SFBH, SFZHM: '379999198506120130' }] } }).parties[0];
    expect(ingested('0')?.idNumber).toBe('379999198506120130');
    expect(ingested('')?.idNumber).toBeNull();
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
    const delivery = { SSDDW: '', SSDRXH: '01', SDFS: '1', SDSJ: '', SFSD: '0' };
    const served = (changes: XmlRecord) =>
      read({ ...document, SDLB: { SD: [{ ...delivery, ...changes }] } })?.deliveries;
    expect(served({})).toEqual([
      {
        agencyCode: null,
        partyKey: '01',
        method: { scheme: 'PROC-12309-SDFS', code: '1', name: '直接送达' },
        servedAt: null,
        ok: false,
      },
    ]);
    expect(() => served({ SSDDW: '379999' })).toThrow(UnreadableField);
    expect(() => served({ SSDRXH: '' })).toThrow(UnreadableField);
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
    GDH: 'PT1',
    QD: '01',
    SXLB: '07',
    GDZT: '10',
    BMSAH: '',
    TJSJ: '20250616081500',
    DFQX: '',
    DFLB: { DF: [] },
  };
  const facts = { GDH: 'PT1', DWDM: '379999', CXM: 'QK7M2X', TJR: { XM: '郑拟寅', SFZHM: '', WBBS: '' } };

  it('need all but case and due date', () => {
    expectAllNeeded(toTicket, ticket, 'GDH QD SXLB GDZT TJSJ DFLB');
    expectAllNeeded(toTicketFacts, facts, 'GDH DWDM CXM TJR');
  });

  it('may have a complainant without a number that can be read', () => {
    const read = toTicketFacts({ ...facts, TJR: { XM: '郑拟寅', SFZHM: '379999198304250288' } });
    expect(read.complainant).toEqual({ name: '郑拟寅', idNumber: null, personUid: null });
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
