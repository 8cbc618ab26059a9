import { CPL, under } from '#schema/deadlines/laws.ts';
import { type DeadlineRule, months } from '#schema/deadlines/rule.ts';

/** 强制措施 outside custody (DOMAIN 2.4): the most that the law allows. A holiday does not prolong what restrains a person. */
export const MEASURE_RULES: readonly DeadlineRule[] = [
  {
    code: 'MS-BAIL',
    startsAt: '执行取保候审 beginning of bail',
    length: months(12),
    ending: 'STAYS',
    ...under(CPL(79)),
  },
  {
    code: 'MS-RES-SURV',
    startsAt: '执行监视居住 beginning of residential surveillance',
    length: months(6),
    ending: 'STAYS',
    ...under(CPL(79)),
  },
];
