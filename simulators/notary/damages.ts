import type { SoapDamages } from '#simulators/soap/damage.ts';

/** No open list of codes is in an answer. */
export const DAMAGES: SoapDamages = {
  counter: 'zongshu',
  strikes: {
    'unknown-code': { in: 'HechaChaxun', at: 'zhuangtai' },
    'missing-field': { in: 'HechaChaxun', at: 'zhuangtai' },
    'duplicate-row': { in: 'QuanxianChaxun', at: 'gongzhengshu' },
    'thousand-parties': { in: 'HechaChaxun', at: 'dangshiren', key: 'dangshirenHao' },
    'over-long': { in: 'HechaChaxun', at: 'zhaiyaoSuanfa' },
  },
};
