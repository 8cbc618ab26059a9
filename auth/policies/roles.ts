import type { Purpose } from '#schema/purposes.ts';

/**
 * The realm roles (岗位) and the purposes for which each may ask (DOMAIN 5.1, 5.2; WORLD 3).
 * A role that is not in this table has no rights at all.
 */
export const ROLES = {
  'police.investigator': { zh: '办案民警', purposes: ['HANDLE_CASE'] },
  'police.legal_reviewer': { zh: '法制员', purposes: ['SUPERVISE_CASE'] },
  'police.detention_officer': { zh: '看守所民警', purposes: ['HANDLE_CASE'] },
  'procuratorate.prosecutor': { zh: '检察官', purposes: ['HANDLE_CASE'] },
  'procuratorate.juvenile_prosecutor': { zh: '未检检察官', purposes: ['HANDLE_CASE'] },
  'procuratorate.case_manager': { zh: '检察院案管人员', purposes: ['HANDLE_CASE'] },
  'procuratorate.hotline_12309': { zh: '12309 坐席', purposes: ['SERVE_PARTY'] },
  'court.judge': { zh: '法官', purposes: ['HANDLE_CASE'] },
  'court.clerk': { zh: '书记员', purposes: ['HANDLE_CASE'] },
  'court.hotline_12368': { zh: '12368 坐席', purposes: ['SERVE_PARTY'] },
  'justice.legal_aid_officer': { zh: '法律援助中心工作人员', purposes: ['LEGAL_AID'] },
  'justice.mediator': { zh: '人民调解员', purposes: ['SERVE_PARTY'] },
  'justice.correction_officer': { zh: '社区矫正工作人员', purposes: ['CORRECTION'] },
  'notary.notary': { zh: '公证员', purposes: ['SERVE_PARTY'] },
  'lawyer.defence': { zh: '辩护律师', purposes: ['DEFEND'] },
  party: { zh: '当事人', purposes: ['SERVE_PARTY'] },
  'coordination.coordinator': { zh: '政法委协调员', purposes: ['STATISTICS'] },
  'platform.security_officer': { zh: '安全保密管理员', purposes: ['AUDIT_SECURITY'] },
  'platform.auditor': { zh: '安全审计员', purposes: ['AUDIT_SECURITY'] },
  'platform.system_administrator': { zh: '系统管理员', purposes: ['AUDIT_SECURITY'] },
} as const satisfies Record<string, { zh: string; purposes: readonly Purpose[] }>;

export type Role = keyof typeof ROLES;
