import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { expectAllNeeded } from '#adapters/systems/procuratorate-12309/needed.fixture.ts';
import { toArrestReview, toProsecutionReview } from '#adapters/systems/procuratorate-12309/review-mapping.ts';

const BMSAH = '虚检刑诉受[2025]379999000011号';
const PROSECUTOR = { RYGH: 'JC0001', XM: '李拟诉', ZN: '01', ZNMC: '检察官', YJRQ: '00000000' };
const LEFT = { ...PROSECUTOR, RYGH: 'JC0009', YJRQ: '20250408' };

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
