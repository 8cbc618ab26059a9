/** 案件类别 kind of case. */
export const CASE_KIND = {
  CRIMINAL: '刑事 criminal',
  CIVIL: '民事 civil',
  ADMINISTRATIVE: '行政 administrative',
  ENFORCEMENT: '执行 enforcement',
  STATE_COMPENSATION: '国家赔偿 state compensation',
  MEDIATION: '调解 mediation',
} as const;
export type CaseKind = keyof typeof CASE_KIND;
