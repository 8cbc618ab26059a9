import type { Strikes } from '#simulators/control/data-damage.ts';

export const DAMAGES: Strikes = {
  'unknown-code': { in: 'V_AJXX', at: 'AJZT' },
  'unknown-value': { in: 'V_AJXX', at: 'AJLBDM' },
  'missing-field': { in: 'V_AJXX', at: 'SLSJ' },
  'duplicate-row': { in: 'V_AJXX', at: 'AJBH' },
  'thousand-parties': { in: 'V_AJRY', at: 'AJBH', key: 'RYBH' },
  'over-long': { in: 'V_AJXX', at: 'BADWMC' },
  'typed-number': ['BADWDM', 'BADWMC', 'BZ', 'CLDM', 'CLMC', 'HYYY', 'WH', 'WSDM', 'WSMC', 'XBRXM', 'ZBRXM'],
};
