/** 授权种类 kind of grant: what it lifts, for one applicant and one case (DOMAIN 5.3, 5.5, 5.6). */
export const GRANT_KIND = {
  UNMASK: '查看完整号码 unmasking：本机关记录中的公民身份号码、电话，由本机关负责人批准',
  RECORD_CHECK: '犯罪记录查询 check of a sealed record：由封存机关负责人依书面申请批准',
  BREAK_GLASS: '紧急访问 break-glass：本机关未分派给本人的案件，由两名安全保密管理员批准',
} as const;
export type GrantKind = keyof typeof GRANT_KIND;
