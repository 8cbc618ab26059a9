/** 期限状态 how a clock stands on a day. A clock still runs in the states RUNNING, DUE_SOON, RESTARTED and OVERDUE. */
export const DEADLINE_STATE = {
  RUNNING: '进行中 running',
  DUE_SOON: '即将到期 due soon: in its last three working days, custody in its last seven days',
  OVERDUE: '已超期 overdue: past its last day and still running',
  MET: '已按期完成 met: done in time',
  STOPPED: '已停止 stopped without being met: returned, fallen away, or done late',
  RESTARTED: '已重新计算 running again from a later day',
} as const;
export type DeadlineState = keyof typeof DEADLINE_STATE;
