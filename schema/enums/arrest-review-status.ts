/** 审查逮捕案件状态 state of an arrest review; what became of each suspect stands with the decision (DOMAIN 2.3). */
export const ARREST_REVIEW_STATUS = {
  SUBMITTED: '已移送 submitted by the police',
  NEEDS_MATERIAL: '待补充材料 awaiting material',
  ACCEPTED: '审查中 accepted, under review',
  DECIDED: '已决定 decided for every suspect',
} as const;
export type ArrestReviewStatus = keyof typeof ARREST_REVIEW_STATUS;
