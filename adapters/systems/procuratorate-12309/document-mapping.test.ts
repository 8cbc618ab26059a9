import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toDocuments, toInbox } from '#adapters/systems/procuratorate-12309/document-mapping.ts';
import { expectAllNeeded } from '#adapters/systems/procuratorate-12309/needed.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

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
        method: { scheme: 'PROC-12309-DELIVERY', code: '1', name: '直接送达' },
        servedAt: null,
        ok: false,
      },
    ]);
    expect(served({ SSDRXH: '', SSDDW: '449999000000' })).toMatchObject([{ agencyCode: '449999000000' }]);
    expect(() => served({ SSDDW: '379999' })).toThrow(UnreadableField);
    expect(() => served({ SSDRXH: '' })).toThrow(UnreadableField);
    expect(() => served({ SSDMC: '' })).toThrow(UnreadableField);
  });
});

describe('transfers', () => {
  const transfer = (changes: XmlRecord) => ({
    ...{ YSBH: 'a', FCSJ: '20250616083000', YSLX: '0201', YSZT: '3', FCDW: '379999000000', JSDW: '379999' },
    ...{ GALB: { GAAJBH: [] }, RYLB: { RYXH: [] }, WSLB: { WS: [] }, CLLB: { CL: [] } },
    ...changes,
  });
  const read = (...YS: XmlRecord[]) => toInbox({ YSLB: { YS } });

  it('come by the time of sending', () => {
    const both = read(transfer({ YSBH: 'b' }), transfer({ FCSJ: '20250615083000' }));
    expect(both.map(({ transferKey }) => transferKey)).toEqual(['a', 'b']);
  });

  it('go to whomever: legal aid, and an agency that no list knows, which is called by the procuratorate’s code of it', () => {
    expect(read(transfer({ YSLX: '0402', FCDW: '379999', JSDW: '3799990701' }))).toMatchObject([
      { kind: 'LEGAL_AID_NOTICE', from: 'PROC-379999', to: 'LEGALAID-379999' },
    ]);
    expect(read(transfer({ FCDW: '449999000000' }))).toMatchObject([{ from: '449999000000', to: 'PROC-379999' }]);
  });
});
