/** 审查起诉案件状态 state of a prosecution review; the outcome stands with each person (DOMAIN 2.3). */
export const PROSECUTION_REVIEW_STATUS = {
  SUBMITTED: '已移送 submitted',
  NEEDS_MATERIAL: '待补充材料 awaiting material',
  NOT_ACCEPTED: '不予受理 not accepted',
  ACCEPTED: '已受理 accepted',
  UNDER_REVIEW: '审查中 under review',
  RETURNED: '退回补充侦查 returned for supplementary investigation',
  RESUBMITTED: '补充侦查重报 resubmitted',
  DECIDED: '已作出决定 decided for every person',
  JURISDICTION_MOVED: '改变管辖 moved to another jurisdiction',
} as const;
export type ProsecutionReviewStatus = keyof typeof PROSECUTION_REVIEW_STATUS;
