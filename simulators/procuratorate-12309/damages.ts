import type { SoapDamages } from '#simulators/soap/damage.ts';

/** In the document that the reply's string holds. */
export const DAMAGES: SoapDamages = {
  counter: 'JLS',
  strikes: {
    'unknown-code': { in: 'cxQsXx', at: 'SJ/AJ/AJZT' },
    'unknown-value': { in: 'cxWsXx', at: 'SJ/AJ/WSLB/WS/WSDM' },
    'missing-field': { in: 'cxQsXx', at: 'SJ/AJ/AJZT' },
    'duplicate-row': { in: 'cxQsXx', at: 'SJ/AJ' },
    'thousand-parties': { in: 'cxRyXx', at: 'SJ/AJ/RYLB/RY', key: 'RYXH' },
    'over-long': { in: 'cxQsXx', at: 'SJ/AJ/CBRLB/CBR/XM' },
    'typed-number': [
      'BZ',
      'CBR/XM',
      'CLDM',
      'CLMC',
      'DD',
      'DFNR',
      'JDWH',
      'SDFS',
      'SSDMC',
      'TGWH',
      'WH',
      'WSDM',
      'WSMC',
      'ZNMC',
    ],
  },
};
