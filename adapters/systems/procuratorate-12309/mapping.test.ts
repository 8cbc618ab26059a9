import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toIngestedReview, toReviewFacts } from '#adapters/systems/procuratorate-12309/mapping.ts';
import { expectAllNeeded } from '#adapters/systems/procuratorate-12309/needed.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const BMSAH = '虚检刑诉受[2025]379999000011号';
const PROSECUTOR = { RYGH: 'JC0001', XM: '李拟诉', ZN: '01', ZNMC: '检察官', YJRQ: '00000000' };
const LEFT = { ...PROSECUTOR, RYGH: 'JC0009', YJRQ: '20250408' };
const LAWYER = { LSZYZH: '13799202010999001', XM: '何拟辩', RYXH: '01', WTRQ: '20250408', ZZRQ: '' };
const FACTS = {
  ...{ BMSAH, DWDM: '379999', SFFC: '0', MJ: '0' },
  CBRLB: { CBR: [PROSECUTOR, LEFT] },
  HBLB: { HB: [{ RYGH: 'JC0006' }] },
  LSLB: { LS: [LAWYER, { ...LAWYER, RYXH: '02', ZZRQ: '20250501' }] },
};

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
      counsel: [{ licenceNo: '13799202010999001', partyKey: '01', name: '何拟辩', from: '2025-04-08' }],
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
