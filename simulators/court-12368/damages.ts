import type { SoapDamages } from '#simulators/soap/damage.ts';

export const DAMAGES: SoapDamages = {
  counter: 'JLS',
  strikes: {
    'unknown-code': { in: 'cxAjXx', at: 'AJLB/AJ/ZT' },
    'unknown-value': { in: 'cxAjXx', at: 'AJLB/AJ/AY' },
    'missing-field': { in: 'cxAjXx', at: 'AJLB/AJ/ZT' },
    'duplicate-row': { in: 'cxAjXx', at: 'AJLB/AJ' },
    'thousand-parties': { in: 'cxDsrXx', at: 'AJLB/AJ/DSRLB/DSR', key: 'XH' },
    'over-long': { in: 'cxAjXx', at: 'AJLB/AJ/HYTLB/CY/XM' },
    'typed-number': [
      'AY',
      'CY/XM',
      'DFNR',
      'FT',
      'KTLX',
      'LSXM',
      'SDFS',
      'SJY/XM',
      'SSDMC',
      'TJY/XM',
      'WSDM',
      'WSMC',
      'WSWH',
      'ZNMC',
    ],
  },
};
