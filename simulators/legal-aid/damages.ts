import type { Strikes } from '#simulators/control/data-damage.ts';

/** A case has one beneficiary, in a row of its own. */
export const DAMAGES: Strikes = {
  'unknown-code': { in: 'V_FYAJ', at: 'ZT' },
  'unknown-value': { in: 'V_SYR', at: 'XBDM' },
  'missing-field': { in: 'V_FYAJ', at: 'YYLB' },
  'duplicate-row': { in: 'V_FYAJ', at: 'FYAJBH' },
  'over-long': { in: 'V_FYAJ', at: 'AH' },
  'typed-number': ['AH', 'GHBH', 'LSSMC', 'LSXM'],
};
