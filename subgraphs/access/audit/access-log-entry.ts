import { inChinaTime } from '#schema/calendar.ts';
import { Actor } from '#subgraphs/access/audit/actor.ts';
import { Decision, decisionOf } from '#subgraphs/access/audit/audit-decision.ts';
import { builder } from '#subgraphs/access/builder.ts';
import type { SealedLook } from '#subgraphs/access/store/audit-entries.ts';

export const AccessLogEntry = builder.objectRef<SealedLook & { readonly field: string }>('AccessLogEntry').implement({
  description: '查阅封存记录 a look at one field of a sealed record, permitted or not；不含所查内容。',
  policy: [['audit.read']],
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      nullable: false,
      description: '时间 when',
      resolve: ({ record }) => inChinaTime(Date.parse(record.at)),
    }),
    officer: t.expose('actor', { type: Actor, description: '人员 who' }),
    purpose: t.string({ description: '目的 purpose', resolve: ({ record }) => record.purpose }),
    caseUid: t.id({
      description: '案件的审计编号 audit id of the case，同一案件相同，看不出是哪一案件。',
      resolve: ({ record }) => record.case,
    }),
    field: t.exposeString('field', { nullable: false, description: '字段 which field, or which kind of row' }),
    decision: t.field({
      type: Decision,
      description: '裁决 what was decided',
      resolve: ({ record }) => decisionOf(record.decision),
    }),
    digest: t.field({
      type: 'Digest',
      description: '答复摘要 digest of the answer as it left',
      resolve: ({ digest }) => digest,
    }),
  }),
});
