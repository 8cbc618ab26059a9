import {
  COMMUNITY_CORRECTION_LAW,
  CPL,
  MPS_RULES_BEFORE_PRISON_LAW,
  PRISON_LAW,
  SPC_CRIM,
  under,
} from '#schema/deadlines/laws.ts';
import { type DeadlineRule, days, type Extension, months, type Restart } from '#schema/deadlines/rule.ts';

const TRIAL_RESTARTS: Readonly<Record<string, Restart>> = {
  SUPPLEMENTED: { atMost: 2, basis: CPL(208).text },
  JURISDICTION_CHANGED: { basis: CPL(208).text },
  REMANDED: { basis: CPL(241).text },
};

const EXCUSED: Readonly<Record<string, Extension>> = {
  EXCUSED: { prolongs: 'AFTER', most: days(5), basis: CPL(106).text },
};

/** 刑事审判与执行: from the court's intake to execution. */
export const TRIAL_RULES: readonly DeadlineRule[] = [
  {
    code: 'CR-COURT-INTAKE',
    startsAt: '法院收到起诉书和案卷 receipt of the indictment and the file',
    length: days(7),
    ...under(SPC_CRIM(219)),
  },
  {
    code: 'CR-TRIAL',
    startsAt: '立案 docketing',
    length: months(2),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(208)),
    extensions: {
      WITHIN_THREE_MONTHS: { prolongs: 'BY', most: months(1), basis: CPL(208).text },
      UPPER_COURT: { prolongs: 'BY', most: months(3), basis: CPL(208).text },
      SUPREME_COURT: { prolongs: 'BY', most: null, basis: CPL(208).text },
    },
    restarts: TRIAL_RESTARTS,
  },
  {
    code: 'CR-TRIAL',
    period: 'SUMMARY',
    startsAt: '立案 docketing',
    length: days(20),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(220)),
    extensions: { OVER_THREE_YEARS: { prolongs: 'TO', most: months(1, 15), basis: CPL(220).text } },
    restarts: TRIAL_RESTARTS,
  },
  {
    code: 'CR-TRIAL',
    period: 'FAST_TRACK',
    startsAt: '立案 docketing',
    length: days(10),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(225)),
    extensions: { OVER_ONE_YEAR: { prolongs: 'TO', most: days(15), basis: CPL(225).text } },
    restarts: TRIAL_RESTARTS,
  },
  {
    code: 'CR-COPY',
    startsAt: '开庭 hearing',
    length: days(10),
    countedBack: true,
    ...under(CPL(187)),
  },
  {
    code: 'CR-NOTICE',
    startsAt: '开庭 hearing',
    length: days(3),
    countedBack: true,
    ...under(CPL(187)),
  },
  {
    code: 'CR-APPEAL',
    period: 'JUDGMENT',
    startsAt: '收到判决书 receipt of the judgment',
    length: days(10),
    ...under(CPL(230)),
    extensions: EXCUSED,
  },
  {
    code: 'CR-APPEAL',
    period: 'RULING',
    startsAt: '收到裁定书 receipt of the ruling',
    length: days(5),
    ...under(CPL(230)),
    extensions: EXCUSED,
  },
  {
    code: 'CR-2ND',
    startsAt: '二审立案 docketing of the appeal',
    length: months(2),
    ending: 'CUSTODY_IF_HELD',
    ...under(CPL(243)),
    extensions: {
      UPPER_COURT: { prolongs: 'BY', most: months(2), basis: CPL(243).text },
      SUPREME_COURT: { prolongs: 'BY', most: null, basis: CPL(243).text },
    },
    excludes: { PROCURATORATE_READS_FILE: CPL(235).text },
  },
  {
    code: 'CR-DELIVER',
    startsAt: '裁判生效 effect of the judgment',
    length: days(10),
    ...under(CPL(264), SPC_CRIM(511)),
  },
  {
    code: 'CR-PRISON',
    startsAt: '公安机关收到执行文书 receipt of the documents by the police',
    length: months(1),
    ...under(MPS_RULES_BEFORE_PRISON_LAW(300)),
  },
  {
    code: 'CR-PRISON',
    startsAt: '公安机关收到执行文书 receipt of the documents by the police',
    length: months(1),
    ...under(PRISON_LAW(31)),
  },
  {
    code: 'CR-CC-NOTIFY',
    startsAt: '裁判生效 effect of the judgment',
    length: days(5),
    ...under(COMMUNITY_CORRECTION_LAW(20)),
  },
  {
    code: 'CR-CC-DOCS',
    startsAt: '裁判生效 effect of the judgment',
    length: days(10),
    ...under(COMMUNITY_CORRECTION_LAW(20)),
  },
  {
    code: 'CR-CC-REPORT',
    startsAt: '裁判生效 effect of the judgment',
    length: days(10),
    ...under(COMMUNITY_CORRECTION_LAW(21)),
  },
];
