import { NOTARY_LAW, PETITION_RULES, STATE_COMPENSATION_LAW, under } from '#schema/deadlines/laws.ts';
import { type DeadlineRule, days, months, workingDays } from '#schema/deadlines/rule.ts';

/** 公证、国家赔偿、信访. */
export const PUBLIC_SERVICE_RULES: readonly DeadlineRule[] = [
  {
    code: 'NOT-ISSUE',
    startsAt: '受理公证申请 acceptance of the application',
    length: workingDays(15),
    ...under(NOTARY_LAW(30)),
    excludes: {
      FORCE_MAJEURE: NOTARY_LAW(30).text,
      SUPPLEMENT: NOTARY_LAW(30).text,
      VERIFICATION: NOTARY_LAW(30).text,
    },
  },
  {
    code: 'SC-DECIDE',
    startsAt: '收到赔偿申请 receipt of the claim',
    length: months(2),
    ...under(STATE_COMPENSATION_LAW(23)),
  },
  {
    code: 'SC-REVIEW',
    startsAt: '收到复议申请 receipt of the request for review',
    length: months(2),
    ...under(STATE_COMPENSATION_LAW(25)),
  },
  { code: 'PT-TRANSFER', startsAt: '登记信访事项 registration', length: days(15), ...under(PETITION_RULES(22)) },
  {
    code: 'PT-DONE',
    startsAt: '受理信访事项 acceptance',
    length: days(60),
    ...under(PETITION_RULES(34)),
    extensions: { COMPLEX: { prolongs: 'BY', most: days(30), basis: PETITION_RULES(34).text } },
  },
];
