/** 审计事件 what an audit record is about (`auth/audit/record.ts`). */
export const AUDIT_EVENT = {
  OPERATION: '操作 operation：整个操作的字段与目的的裁决',
  ANSWER: '答复 answer：操作的结果，附答复摘要',
  ROW: '行 row：主管部门对一行或一个值的裁决',
  LOGIN: '登录 login：一次登录后的首个请求',
  GRANT: '授权 grant：申请、批准、撤销',
  EXPLAIN: '说明 explanation：向安全保密管理员说明裁决，不含案件内容',
  POLICY: '策略 policy：进程所依策略文本的变更',
  START: '启动 start：进程启动',
  STOP: '停止 stop：进程停止',
  AUDIT_READ: '查阅日志 audit read：对审计日志本身的查阅',
} as const;
export type AuditEventName = keyof typeof AUDIT_EVENT;
