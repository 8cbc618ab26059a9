/** Purposes (办理目的) that a request states in its `x-purpose` header (DOMAIN 5.1), each with its Chinese name. */
export const PURPOSES = {
  HANDLE_CASE: '办理案件',
  SUPERVISE_CASE: '案件审核监督',
  DEFEND: '辩护代理',
  SERVE_PARTY: '服务当事人',
  LEGAL_AID: '法律援助',
  CORRECTION: '社区矫正',
  AUDIT_SECURITY: '安全审计',
  STATISTICS: '统计分析',
  RECORD_CHECK: '犯罪记录查询',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** The purpose that a header states, or null where it is missing or not exactly one of the codes. */
export function parsePurpose(header: string | readonly string[] | undefined): Purpose | null {
  return typeof header === 'string' && isPurpose(header) ? header : null;
}

function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
