import { CPL, LEGAL_AID_LAW, SPP_RULES, under } from '#schema/deadlines/laws.ts';
import { type DeadlineRule, days, hours, workingDays } from '#schema/deadlines/rule.ts';

/** 法律援助与律师执业权利: legal aid, and what a lawyer may ask for. */
export const LEGAL_AID_RULES: readonly DeadlineRule[] = [
  {
    code: 'LA-NOTIFY',
    startsAt: '发现通知辩护情形 finding of the ground',
    length: days(3),
    ...under(LEGAL_AID_LAW(36)),
  },
  {
    code: 'LA-ASSIGN',
    startsAt: '收到通知 receipt of the notice',
    length: days(3),
    ...under(LEGAL_AID_LAW(36)),
  },
  {
    code: 'LA-FORWARD',
    startsAt: '在押人员提出申请 application of a detained person',
    length: hours(24),
    ending: 'STAYS',
    ...under(LEGAL_AID_LAW(39)),
  },
  {
    code: 'LA-DECIDE',
    startsAt: '收到申请 receipt of the application',
    length: days(7),
    ...under(LEGAL_AID_LAW(43)),
    excludes: { SUPPLEMENT: LEGAL_AID_LAW(43).text },
  },
  {
    code: 'LA-APPOINT',
    startsAt: '作出给予法律援助决定 decision to grant',
    length: days(3),
    ...under(LEGAL_AID_LAW(43)),
  },
  {
    code: 'LAWYER-MEET',
    startsAt: '律师向看守所要求会见 request at the detention centre',
    length: hours(48),
    ending: 'STAYS',
    ...under(CPL(39)),
  },
  {
    code: 'LAWYER-READ',
    startsAt: '律师向检察院要求阅卷 request at the procuratorate',
    length: workingDays(3),
    ...under(SPP_RULES(49)),
  },
];
