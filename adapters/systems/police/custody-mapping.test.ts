import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { toCustodies, toHandovers, toMeasures } from '#adapters/systems/police/custody-mapping.ts';
import { expectUnreadable } from '#adapters/systems/police/unreadable.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const AJBH = 'A3799990000002025030001';
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

it('an agency that no list knows is called by the police’s code of it', () => {
  const [measure] = toMeasures([{ ...MEASURE, JDJG: '449999000000', PZJG: 'J449999' }]);
  expect(measure).toMatchObject({ decidedBy: '449999000000', approvedBy: 'J449999', executedBy: 'POLICE-379999' });
  const [custody] = toCustodies([{ ...CUSTODY, BAJG: 'J449999', YRJG: 'J449999' }]);
  expect(custody).toMatchObject({ heldFor: 'J449999', handovers: [{ from: 'POLICE-379999', to: 'J449999' }] });
});

it.each([
  ['a measure', () => toMeasures([MEASURE, MEASURE]), 'CSBH'],
  ['a hand-over', () => toCustodies([CUSTODY, CUSTODY]), 'HYBH'],
  ['a hand-over of a centre', () => toHandovers([CUSTODY, CUSTODY]), 'HYBH'],
])('%s that comes twice means that the answer is not what it seems', (_, read, column) => {
  expect(read).toThrow(new UnreadableField(column, 'comes twice'));
});

describe('measures', () => {
  it.each([
    ['CSLB', '07'],
    ['CSLB', null],
    ['JDJG', null],
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
