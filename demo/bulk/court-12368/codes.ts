import type { CrimeName, Dispute } from '#demo/bulk/causes.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';

/** A plan's words in the code lists of 12368. */

export const COURT = '鲁9999';
export const UPPER_COURT = '鲁99';

/** 案由: some are in no list of the adapter. */
export const CRIMES: Readonly<Record<CrimeName, string>> = {
  盗窃: 'X0264',
  诈骗: 'X0266',
  故意伤害: 'X0234',
  寻衅滋事: 'X0293',
  敲诈勒索: 'X0274',
  危险驾驶: 'X0133',
};
export const DISPUTES: Readonly<Record<Dispute, string>> = {
  民间借贷纠纷: 'M0103',
  买卖合同纠纷: 'M0084',
  房屋租赁合同纠纷: 'M0111',
  物业服务合同纠纷: 'M0121',
};

/** 状态 */
export const STATUSES = {
  ...{
    DOCKETED: '04',
    SCHEDULED: '05',
    IN_TRIAL: '06',
    JUDGED: '09',
    TERMINATED: '11',
    EFFECTIVE: '12',
    APPEALED: '13',
  },
} as const;

/** 适用程序 */
export const PROCEDURES: Readonly<Record<Timeline['procedure'], string>> = {
  ORDINARY: '1',
  SUMMARY: '2',
  FAST_TRACK: '3',
};
