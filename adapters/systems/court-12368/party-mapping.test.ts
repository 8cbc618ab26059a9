import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toIngestedParties, toParties } from '#adapters/systems/court-12368/party-mapping.ts';
import { expectUnreadable } from '#adapters/systems/court-12368/unreadable.fixture.ts';

const PARTY = {
  ...{ XH: '1', XM: '张拟甲', SSDW: '被告人', SFZHM: '379999198506120130', LXDH: '13900009901' },
  ...{ XBDM: '1', SFWCN: '0', SFBH: '0', PJJG: '', PJSXRQ: '' },
};
const inRecord = (...DSR: XmlRecord[]): XmlRecord => ({ DSRLB: { DSR } });
const one = (changes: XmlRecord = {}) => toParties(inRecord({ ...PARTY, ...changes }))[0];

describe('a party', () => {
  const ingested = {
    partyKey: '1',
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'DEFENDANT',
    displayName: '张拟甲',
    protectedIdentity: false,
    minorAtOffence: false,
    idNumber: '379999198506120130',
  };

  it('has sex and phone for a subgraph', () => {
    const sex = { scheme: 'GB/T 2261.1', code: '1', name: '男性' };
    expect(one()).toEqual({ ...ingested, sex, phone: '13900009901' });
  });

  it('has neither for ingest', () => {
    expect(toIngestedParties(inRecord(PARTY))).toEqual([ingested]);
  });

  it.each<[string, XmlRecord, object]>([
    ['with a sex that no list knows', { XBDM: '7' }, { sex: { scheme: 'GB/T 2261.1', code: '7', name: '7' } }],
    ['of whom little is known', { XBDM: '', SFWCN: '', LXDH: '' }, { sex: null, minorAtOffence: null, phone: null }],
    [
      'with a number that its check character does not bear out',
      { SFZHM: '379999198506120131' },
      { idNumber: null, idNumberUnreadable: true },
    ],
    ['with fifteen digits', { SFZHM: '379998650808014' }, { idNumber: '379998650808014' }],
  ])('%s is shown all the same', (_what, changes, shown) => {
    expect(one(changes)).toMatchObject(shown);
  });

  it.each([
    ['被告人', '', '', 'DEFENDANT', undefined],
    ['被告人', '1', '', 'DEFENDANT', undefined],
    ['被告人', '1', '2025-05-27 00:00:00', 'CONVICT', '2025-05-27'],
    ['原审被告人', '2', '2025-05-27', 'ACQUITTED', '2025-05-27'],
    ['被害人', '1', '2025-05-27', 'NOT_APPLICABLE', undefined],
  ])('%s with judgment %j in effect on %j is %s since %s', (SSDW, PJJG, PJSXRQ, ...status) => {
    const party = one({ SSDW, PJJG, PJSXRQ });
    expect([party?.legalStatus, party?.legalStatusSince]).toEqual(status);
  });

  it.each(['1', ''])('who is not said to be unprotected (%j) is, and gives nothing but the alias', (SFBH) => {
    const hidden = { protectedIdentity: true, idNumber: null, sex: null, phone: null };
    expect(one({ SFBH, XM: '证人甲' })).toMatchObject({ displayName: '证人甲', ...hidden });
  });

  it.each([
    ['XH', ''],
    ['XM', ''],
    ['SSDW', ''],
    ['SSDW', '嫌犯'],
    ['SFBH', '否'],
    ['SFWCN', '否'],
    ['PJJG', '9'],
    ['PJSXRQ', '五月'],
  ])('cannot be read with %s %j', (element, value) => {
    const record = { ...PARTY, PJJG: '1', [element]: value };
    expectUnreadable((party) => toParties(inRecord(party)), record, element);
  });

  it('comes once', () => {
    expectUnreadable((party) => toParties(inRecord(party, party)), PARTY, 'XH');
  });
});
