/** 审判流程状态 state of a court case (DOMAIN 2.3). */
export const COURT_CASE_STATUS = {
  RECEIVED: '收案 received',
  AWAITING_MATERIAL: '待补充材料 awaiting material',
  RETURNED: '退回 returned',
  DOCKETED: '立案 docketed',
  SCHEDULED: '排期 scheduled for hearing',
  IN_TRIAL: '开庭审理 in trial',
  ADJOURNED: '延期审理 adjourned',
  SUSPENDED: '中止审理 suspended',
  JUDGED: '已判决 judged',
  WITHDRAWAL_PERMITTED: '准许撤诉 withdrawal permitted',
  TERMINATED: '终止审理 terminated',
  EFFECTIVE: '已生效 effective',
  APPEALED: '已上诉、抗诉 appealed or protested',
} as const;
export type CourtCaseStatus = keyof typeof COURT_CASE_STATUS;
