/** 授权状态 status of a grant. */
export const GRANT_STATUS = {
  REQUESTED: '待批准 requested, not yet decided',
  LIVE: '有效 live',
  REFUSED: '不予批准 refused',
  REVOKED: '已撤销 revoked',
  EXPIRED: '已到期 expired：到期未决的申请亦同',
} as const;
export type GrantStatus = keyof typeof GRANT_STATUS;
