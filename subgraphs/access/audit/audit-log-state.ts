import { parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { builder } from '#subgraphs/access/builder.ts';
import type { HeldLog } from '#subgraphs/access/store/audit-log.ts';

export const AuditLogState = builder.objectRef<HeldLog>('AuditLogState').implement({
  description: '日志状态 how far the auditor’s store has got with one process’s log',
  policy: [['audit.read']],
  fields: (t) => ({
    log: t.exposeString('log', { nullable: false, description: '日志 name: gateway, or a subgraph' }),
    size: t.exposeInt('size', { nullable: false, description: '记录数 number of records' }),
    root: t.string({
      nullable: false,
      description: '根 root of the Merkle tree over them: SM3, base64',
      resolve: ({ frontier }) => frontier.root().toString('base64'),
    }),
    checkpointAt: t.field({
      type: 'DateTime',
      description: '检查点时间 when the process signed the last checkpoint that has come',
      resolve: ({ checkpoint }) => signedAt(checkpoint),
    }),
    verified: t.boolean({
      nullable: false,
      description:
        '是否通过验证 whether the last checkpoint’s signature holds and the last records, about 10,000, lead to its root；验证全部记录用 npm run audit:verify。',
      resolve: (held, _args, context) => context.auditor.verify(held),
    }),
  }),
});

function signedAt(line: string | null): string | null {
  const checkpoint = line === null ? null : parseCheckpoint(line);
  return checkpoint && inChinaTime(Date.parse(checkpoint.at));
}
