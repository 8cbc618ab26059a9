/** 逮捕决定执行状态 what became of the decision on one suspect (DOMAIN 2.3). */
export const ARREST_DECISION_STATUS = {
  PENDING: '待决定 not decided yet',
  DECIDED: '已决定 decided, not yet executed',
  EXECUTED: '已执行逮捕 arrest executed',
  NOT_EXECUTED: '未能执行 arrest not executed, with a reason',
  RELEASED: '已释放或变更措施 released after a refusal, or on bail',
  RECONSIDERATION: '公安机关要求复议 reconsideration asked by the police',
  UPPER_REVIEW: '上级检察院复核 under review by the upper procuratorate',
  CONFIRMED: '维持原决定 confirmed',
  REVERSED: '变更原决定 reversed by a new decision',
} as const;
export type ArrestDecisionStatus = keyof typeof ARREST_DECISION_STATUS;
