import { describe, expect, it } from '@jest/globals';
import { toBeneficiaryRecord, toIngestedParties } from '#adapters/systems/legal-aid/party-mapping.ts';
import { expectUnreadable, FACTS, PERSON } from '#adapters/systems/legal-aid/rows.fixture.ts';

const ROW = { ...FACTS, ...PERSON };

describe('a beneficiary', () => {
  it('has the key of the case, and numbers', () => {
    expect(toBeneficiaryRecord(ROW)).toEqual({
      partyKey: 'LA-2025-000001',
      role: 'SUSPECT_OR_DEFENDANT',
      legalStatus: 'DEFENDANT',
      displayName: '李拟乙',
      protectedIdentity: false,
      minorAtOffence: false,
      sex: { scheme: 'GB/T 2261.1', code: '2', name: '女性' },
      idNumber: '379999199208180164',
      phone: '13900009902',
    });
  });

  it.each([
    ['1', '1', 'SUSPECT'],
    ['1', '2', 'SUSPECT'],
    ['1', '3', 'DEFENDANT'],
    ['1', '4', 'DEFENDANT'],
    ['1', '5', 'DEFENDANT'],
    ['2', '3', 'NOT_APPLICABLE'],
    ['4', null, 'NOT_APPLICABLE'],
  ])('of the kind %s in the stage %s is %s', (SYRLB, AJJD, legalStatus) => {
    expect(toBeneficiaryRecord({ ...ROW, SYRLB, AJJD })).toMatchObject({ legalStatus });
  });

  it('is protected where it is not said to be unprotected', () => {
    expect(toBeneficiaryRecord({ ...ROW, BHBZ: null })).toMatchObject({ protectedIdentity: true });
    expect(toBeneficiaryRecord({ ...ROW, BHBZ: '1' })).toMatchObject({ protectedIdentity: true });
  });

  it.each([
    ['379999650808014', '379999650808014'],
    ['379999199208180165', null],
    [null, null],
  ])('with the number %p has %p', (ZJHM, idNumber) => {
    expect(toBeneficiaryRecord({ ...ROW, ZJHM })).toMatchObject({ idNumber });
    expect(toIngestedParties({ ...ROW, ZJHM })).toMatchObject([{ idNumber }]);
  });

  it('of a sex that no list knows keeps the code', () => {
    expect(toBeneficiaryRecord({ ...ROW, XBDM: '7' })).toMatchObject({ sex: { code: '7', name: '7' } });
    expect(toBeneficiaryRecord({ ...ROW, XBDM: null, WCNBZ: null, LXDH: null })).toMatchObject({
      ...{ sex: null, minorAtOffence: null, phone: null },
    });
  });

  it.each([
    ['SYRLB', null],
    ['SYRLB', '9'],
    ['SYRXM', null],
    ['AJJD', null],
    ['BHBZ', '2'],
    ['WCNBZ', 'x'],
  ])('%s = %p cannot be read', (column, value) => {
    expectUnreadable(toBeneficiaryRecord, { ...ROW, [column]: value }, column);
  });
});
