import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toDocuments } from '#adapters/systems/court-12368/document-mapping.ts';
import { expectUnreadable } from '#adapters/systems/court-12368/unreadable.fixture.ts';

const DIGEST = 'AB'.repeat(32);
const DELIVERY = {
  ...{ SSDDW: '', SSDRXH: '1', SSDMC: '张拟甲', SDFS: '1' },
  ...{ SDSJ: '2025-06-13 09:30:00', SFSD: '1' },
};
const DOCUMENT = {
  ...{ WSBH: 'JCWS-3', WSDM: '9001', WSMC: '起诉书', WSWH: '虚检刑诉〔2025〕11号', ZZDW: 'JCY379999' },
  ...{ QFRQ: '2025-05-28 00:00:00', SFQZ: '1', YQJG: '1', WSZYZ: DIGEST, SDJLLB: { SDJL: [DELIVERY] } },
};
const read = (...JZWS: XmlRecord[]) => toDocuments({ JZWSLB: { JZWS } });
const withDelivery = (changes: XmlRecord) => ({ ...DOCUMENT, SDJLLB: { SDJL: [{ ...DELIVERY, ...changes }] } });

describe('documents', () => {
  it('stand under the key, number and code of who issued them, with their service', () => {
    expect(read(DOCUMENT)).toEqual([
      {
        documentKey: 'JCWS-3',
        code: { scheme: 'DOCUMENT', code: 'JC-03', name: '起诉书' },
        title: '起诉书',
        number: '虚检刑诉〔2025〕11号',
        issuer: 'PROC-379999',
        issuedOn: '2025-05-28',
        sealed: true,
        signatureValid: true,
        digest: `sm3:${DIGEST.toLowerCase()}`,
        deliveries: [
          {
            agencyCode: null,
            partyKey: '1',
            to: '张拟甲',
            method: { scheme: 'COURT-12368-DELIVERY', code: '1', name: '直接送达' },
            servedAt: '2025-06-13T09:30:00+08:00',
            ok: true,
          },
        ],
      },
    ]);
  });

  it('may be of a kind that no list knows, unsigned and not served', () => {
    const bare = { WSDM: '0999', WSWH: '', QFRQ: '', SFQZ: '0', YQJG: '', WSZYZ: '', SDJLLB: { SDJL: [] } };
    expect(read({ ...DOCUMENT, ...bare })).toMatchObject([
      {
        code: { scheme: 'COURT-12368-DOCUMENT', code: '0999', name: '0999' },
        ...{ number: null, issuedOn: null, sealed: false, signatureValid: null, digest: null, deliveries: [] },
      },
    ]);
  });

  it('are served on an agency too, and service may fail', () => {
    const toAgency = { SSDDW: 'JCY379999', SSDRXH: '', SSDMC: '虚构县人民检察院', SDFS: '9', SFSD: '0', SDSJ: '' };
    expect(read(withDelivery(toAgency))[0]?.deliveries).toEqual([
      {
        agencyCode: 'PROC-379999',
        partyKey: null,
        to: '虚构县人民检察院',
        method: { scheme: 'COURT-12368-DELIVERY', code: '9', name: '9' },
        servedAt: null,
        ok: false,
      },
    ]);
  });

  it('may be of and served on agencies that no list knows, by the court’s codes of them', () => {
    const toAgency = { SSDDW: 'KSS449999', SSDRXH: '', SSDMC: '另设县看守所' };
    expect(read({ ...withDelivery(toAgency), ZZDW: 'JCY449999' })).toMatchObject([
      { issuer: 'JCY449999', deliveries: [{ agencyCode: 'KSS449999', to: '另设县看守所' }] },
    ]);
  });

  it.each([
    ['WSBH', ''],
    ['WSDM', ''],
    ['WSMC', ''],
    ['ZZDW', ''],
    ['ZZDW', '某局'],
    ['ZZDW', '379999198304250287'],
    ['SFQZ', ''],
    ['YQJG', '是'],
    ['WSZYZ', 'AB'],
  ])('cannot be read with %s %j', (element, value) => {
    expectUnreadable(read, { ...DOCUMENT, [element]: value }, element);
  });

  it.each<XmlRecord>([
    { SSDRXH: '' },
    { SSDDW: 'JCY379999' },
    { SSDDW: '13900009941', SSDRXH: '' },
    { SSDMC: '' },
    { SDSJ: '2025-06-13' },
    { SFSD: '' },
  ])('cannot be read with a delivery of %j', (changes) => {
    expectUnreadable(read, withDelivery(changes), 'WSBH');
  });

  it('come once', () => {
    expectUnreadable((document) => read(document, document), DOCUMENT, 'WSBH');
  });
});
