/** 授权经过 what was done about a grant. */
export const GRANT_ACT = {
  REQUESTED: '申请 requested',
  APPROVED: '批准 approved：紧急访问须两名管理员先后批准',
  REFUSED: '不予批准 refused',
  REVOKED: '撤销 revoked',
} as const;
export type GrantAct = keyof typeof GRANT_ACT;
