/** Purposes (办理目的) that a request states in its `x-purpose` header (DOMAIN 5.1), each with its description, Chinese first. */
export const PURPOSES = {
  HANDLE_CASE: '办理案件 handling one’s cases',
  SUPERVISE_CASE: '案件审核监督 supervising cases',
  DEFEND: '辩护代理 defending a client',
  SERVE_PARTY: '服务当事人 serving a party',
  LEGAL_AID: '法律援助 legal aid',
  CORRECTION: '社区矫正 community correction',
  AUDIT_SECURITY: '安全审计 auditing security',
  STATISTICS: '统计分析 statistics',
  RECORD_CHECK: '犯罪记录查询 checking for a criminal record',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** The purpose that a header states, or null where it is missing or not exactly one of the codes. */
export function parsePurpose(header: string | readonly string[] | undefined): Purpose | null {
  return typeof header === 'string' && isPurpose(header) ? header : null;
}

function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
