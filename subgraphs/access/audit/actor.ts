import { builder } from '#subgraphs/access/builder.ts';
import type { AuditActor } from '#subgraphs/access/store/audit-entries.ts';

export const Actor = builder.objectRef<AuditActor>('AuditActor').implement({
  description: '行为人 whose account it was；不含姓名。',
  policy: [['alert.read']],
  fields: (t) => ({
    subject: t.exposeID('subject', {
      nullable: false,
      description: '账户标识 the token’s opaque subject；告警涉及日志本身时为该日志的名称。',
    }),
    username: t.exposeString('username', { description: '账户名 user name, where an account is known' }),
    officerUid: t.id({
      description: '人员键 key: agency and staff number, where an account is known',
      resolve: ({ agency, staffNo }) => (agency === null || staffNo === null ? null : `${agency}/${staffNo}`),
    }),
  }),
});
