import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { expectAllNeeded } from '#adapters/systems/procuratorate-12309/needed.fixture.ts';
import { toParties } from '#adapters/systems/procuratorate-12309/party-mapping.ts';

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
