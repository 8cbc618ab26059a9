/** 审批决定 decision on an application for a grant. */
export const GRANT_DECISION = {
  APPROVE: '批准 approve',
  REFUSE: '不予批准 refuse',
} as const;
export type GrantDecision = keyof typeof GRANT_DECISION;
