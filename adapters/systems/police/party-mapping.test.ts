import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { toIngestedParties, toParties } from '#adapters/systems/police/party-mapping.ts';
import { expectUnreadable } from '#adapters/systems/police/unreadable.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const AJBH = 'A3799990000002025030001';
const PARTY: OracleRow = {
  AJBH,
  RYBH: 'R3799990000002025030011',
  RYLB: '01',
  CLZT: '1',
  BHBZ: '0',
  WCNBZ: '0',
  XM: '张拟甲',
  ZJHM: '379999198506120130',
  XBDM: '1',
  LXDH: '13900009901',
};

it('a party that comes twice means that the answer is not what it seems', () => {
  expect(() => toParties([PARTY, PARTY])).toThrow(new UnreadableField('RYBH', 'comes twice'));
  expect(() => toIngestedParties([PARTY, PARTY])).toThrow(new UnreadableField('RYBH', 'comes twice'));
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

  it.each([
    ['379999198506120130', '379999198506120130'],
    ['37999919910628021x', '37999919910628021X'],
    ['379998650808014', '379998650808014'],
    ['379999198506120131', null],
    ['护照E00000000', null],
    [null, null],
  ])('with the number %p have %p', (ZJHM, idNumber) => {
    expect(toParties([{ ...PARTY, ZJHM }])).toMatchObject([{ idNumber }]);
    expect(toIngestedParties([{ ...PARTY, ZJHM }])).toMatchObject([{ idNumber }]);
  });

  it.each([
    ['1', { scheme: 'GB/T 2261.1', code: '1', name: '男性' }],
    ['7', { scheme: 'GB/T 2261.1', code: '7', name: '7' }],
    [null, null],
  ])('of sex %p are %p', (XBDM, sex) => {
    expect(toParties([{ ...PARTY, XBDM }])).toMatchObject([{ sex }]);
  });

  it('have a phone as written, or none', () => {
    expect(toParties([PARTY, { ...PARTY, RYBH: 'R2', LXDH: ' ' }])).toMatchObject([
      { phone: '13900009901' },
      { phone: null },
    ]);
  });

  it('for ingest have neither sex nor phone', () => {
    const [{ sex: _1, phone: _2, ...rest } = {}] = toParties([PARTY]);
    expect(toIngestedParties([PARTY])).toEqual([rest]);
  });
});
