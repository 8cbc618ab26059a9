import { CPL, FILING_OPINION, MPS_RULES, SPP_RULES, under } from '#schema/deadlines/laws.ts';
import { type DeadlineRule, days, months } from '#schema/deadlines/rule.ts';

/** 侦查、审查逮捕、审查起诉: from the report to the decision on prosecution. */
export const INVESTIGATION_RULES: readonly DeadlineRule[] = [
  {
    code: 'CR-FILE',
    startsAt: '受案 acceptance of the report',
    length: days(3),
    ...under(FILING_OPINION),
    extensions: {
      CLUES_TO_CHECK: { prolongs: 'TO', most: days(7), basis: FILING_OPINION.text },
      MAJOR_COMPLEX: { prolongs: 'TO', most: days(30), basis: FILING_OPINION.text },
    },
  },
  {
    code: 'CR-DET-SUBMIT',
    startsAt: '拘留 detention',
    length: days(3),
    ending: 'CUSTODY',
    ...under(CPL(91)),
    extensions: {
      SPECIAL: { prolongs: 'BY', most: days(4), basis: CPL(91).text },
      ROAMING_REPEATED_GANG: { prolongs: 'TO', most: days(30), basis: CPL(91).text },
    },
  },
  {
    code: 'CR-ARREST-REVIEW',
    period: 'DETAINED',
    startsAt: '收到提请批准逮捕书 receipt of the arrest request',
    length: days(7),
    ending: 'CUSTODY',
    ...under(CPL(91), SPP_RULES(282)),
  },
  {
    code: 'CR-ARREST-REVIEW',
    period: 'NOT_DETAINED',
    startsAt: '收到提请批准逮捕书 receipt of the arrest request',
    length: days(15),
    ...under(SPP_RULES(282)),
    extensions: { MAJOR_COMPLEX: { prolongs: 'TO', most: days(20), basis: SPP_RULES(282).text } },
  },
  {
    code: 'CR-RECEIPT',
    startsAt: '执行逮捕或收到不批准逮捕决定书 execution of the arrest, or receipt of the refusal',
    length: days(3),
    ...under(MPS_RULES(140, 142)),
  },
  {
    code: 'CR-INV-CUSTODY',
    startsAt: '执行逮捕 execution of the arrest',
    length: months(2),
    ending: 'CUSTODY',
    ...under(CPL(156)),
    extensions: {
      COMPLEX: { prolongs: 'BY', most: months(1), basis: CPL(156).text },
      GRAVE: { prolongs: 'BY', most: months(2), basis: CPL(158).text },
      TEN_YEARS: { prolongs: 'BY', most: months(2), basis: CPL(159).text },
    },
    restarts: {
      FURTHER_CRIME: { basis: CPL(160).text },
      IDENTITY_ESTABLISHED: { basis: CPL(160).text },
    },
  },
  {
    code: 'CR-REVIEW',
    startsAt: '检察院收到移送起诉案件 receipt by the reviewing procuratorate',
    length: months(1),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(172)),
    extensions: { MAJOR_COMPLEX: { prolongs: 'BY', most: days(15), basis: CPL(172).text } },
    restarts: {
      SUPPLEMENTED: { atMost: 2, basis: CPL(175).text },
      JURISDICTION_CHANGED: { basis: CPL(172).text },
    },
  },
  {
    code: 'CR-REVIEW',
    period: 'FAST_TRACK',
    startsAt: '检察院收到移送起诉案件 receipt by the reviewing procuratorate',
    length: days(10),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(172), SPP_RULES(273)),
    extensions: { OVER_ONE_YEAR: { prolongs: 'TO', most: days(15), basis: CPL(172).text } },
    restarts: {
      SUPPLEMENTED: { atMost: 2, basis: CPL(175).text },
      JURISDICTION_CHANGED: { basis: CPL(172).text },
    },
  },
  {
    code: 'CR-SUPP',
    startsAt: '公安机关收到退回补充侦查 receipt of the return by the police',
    length: months(1),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(175), SPP_RULES(346)),
  },
];
