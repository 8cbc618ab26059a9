/** 裁决结果 what was decided. */
export const AUDIT_DECISION = {
  PERMIT: '准许 permitted',
  DENY: '拒绝 denied',
  FAILURE: '未能完成 failure：部门或系统故障',
} as const;
export type AuditDecision = keyof typeof AUDIT_DECISION;
