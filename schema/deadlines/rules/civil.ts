import {
  CIVPL,
  CIVPL_2012,
  CIVPL_2021,
  CIVPL_2023,
  COURT_FEES,
  ONLINE_LITIGATION_RULES,
  ONLINE_MEDIATION_RULES,
  under,
} from '#schema/deadlines/laws.ts';
import { type DeadlineRule, days, months } from '#schema/deadlines/rule.ts';

const FILING = '收到起诉状 receipt of the claim';
const DOCKETING = '立案 docketing';
const ANSWERING = '收到起诉状副本 receipt of the claim by the defendant';
const HEARING = '开庭 hearing';
const JUDGMENT = '判决书送达 service of the judgment';
const RULING = '裁定书送达 service of the ruling';
const AGREEMENT = '调解协议生效 effect of the mediation agreement';

/** 民事诉讼与调解. */
export const CIVIL_RULES: readonly DeadlineRule[] = [
  {
    code: 'CV-DOCKET',
    startsAt: FILING,
    length: days(7),
    ...under(CIVPL(126)),
    restarts: { GAP_CLOSED: { atMost: 1, basis: ONLINE_LITIGATION_RULES(9).text } },
  },
  { code: 'CV-FEE', startsAt: '收到交费通知 receipt of the fee notice', length: days(7), ...under(COURT_FEES(22)) },
  { code: 'CV-SERVE', startsAt: DOCKETING, length: days(5), ...under(CIVPL(128)) },
  { code: 'CV-ANSWER', startsAt: ANSWERING, length: days(15), ...under(CIVPL(128)) },
  { code: 'CV-NOTICE', startsAt: HEARING, length: days(3), countedBack: true, ...under(CIVPL(139)) },
  {
    code: 'CV-TRIAL',
    startsAt: DOCKETING,
    length: months(6),
    ...under(CIVPL(152)),
    extensions: {
      PRESIDENT: { prolongs: 'BY', most: months(6), basis: CIVPL(152).text },
      UPPER_COURT: { prolongs: 'BY', most: null, basis: CIVPL(152).text },
    },
  },
  {
    code: 'CV-TRIAL',
    period: 'SUMMARY',
    startsAt: DOCKETING,
    length: months(3),
    ...under(CIVPL(164)),
    extensions: { PRESIDENT: { prolongs: 'BY', most: months(1), basis: CIVPL(164).text } },
  },
  {
    code: 'CV-TRIAL',
    period: 'SMALL_CLAIMS',
    startsAt: DOCKETING,
    length: months(2),
    ...under(CIVPL(168)),
    extensions: { PRESIDENT: { prolongs: 'BY', most: months(1), basis: CIVPL(168).text } },
  },
  { code: 'CV-APPEAL', period: 'JUDGMENT', startsAt: JUDGMENT, length: days(15), ...under(CIVPL(171)) },
  { code: 'CV-APPEAL', period: 'RULING', startsAt: RULING, length: days(10), ...under(CIVPL(171)) },
  {
    code: 'MED-PRE',
    startsAt: '调解员确认接受委派 confirmation by the mediator',
    length: days(30),
    ...under(ONLINE_MEDIATION_RULES(24)),
    extensions: { AGREED: { prolongs: 'BY', most: null, basis: ONLINE_MEDIATION_RULES(24).text } },
  },
  { code: 'MED-CONFIRM', startsAt: AGREEMENT, length: days(30), ...under(CIVPL_2023(205)) },
  { code: 'MED-CONFIRM', startsAt: AGREEMENT, length: days(30), ...under(CIVPL_2021(201)) },
];

/** When the numbers of the articles, and some of the periods, were others. */
export const CIVIL_RULES_BEFORE_2022: readonly DeadlineRule[] = [
  { code: 'CV-DOCKET', startsAt: FILING, length: days(7), ...under(CIVPL_2012(123)) },
  { code: 'CV-SERVE', startsAt: DOCKETING, length: days(5), ...under(CIVPL_2012(125)) },
  { code: 'CV-ANSWER', startsAt: ANSWERING, length: days(15), ...under(CIVPL_2012(125)) },
  { code: 'CV-NOTICE', startsAt: HEARING, length: days(3), countedBack: true, ...under(CIVPL_2012(136)) },
  {
    code: 'CV-TRIAL',
    startsAt: DOCKETING,
    length: months(6),
    ...under(CIVPL_2012(149)),
    extensions: {
      PRESIDENT: { prolongs: 'BY', most: months(6), basis: CIVPL_2012(149).text },
      UPPER_COURT: { prolongs: 'BY', most: null, basis: CIVPL_2012(149).text },
    },
  },
  { code: 'CV-TRIAL', period: 'SUMMARY', startsAt: DOCKETING, length: months(3), ...under(CIVPL_2012(161)) },
  { code: 'CV-APPEAL', period: 'JUDGMENT', startsAt: JUDGMENT, length: days(15), ...under(CIVPL_2012(164)) },
  { code: 'CV-APPEAL', period: 'RULING', startsAt: RULING, length: days(10), ...under(CIVPL_2012(164)) },
  { code: 'MED-CONFIRM', startsAt: AGREEMENT, length: days(30), ...under(CIVPL_2012(194)) },
];
