import { inChinaTime } from '#schema/calendar.ts';
import { AUDIT_EVENT, type AuditEventName } from '#schema/enums/audit-event.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { Actor } from '#subgraphs/access/audit/actor.ts';
import { Decision, decisionOf } from '#subgraphs/access/audit/audit-decision.ts';
import { Agency, builder } from '#subgraphs/access/builder.ts';
import type { AuditEntry as Entry } from '#subgraphs/access/store/audit-entries.ts';

const Event = builder.enumType('AuditEvent', {
  description: '审计事件 what an audit record is about',
  values: graphValues(AUDIT_EVENT),
});

export const AuditEntry = builder.objectRef<Entry>('AuditEntry').implement({
  description: '审计记录 an entry of the audit log：何人、为何、何案、依何规则，绝不含所查内容。',
  policy: [['audit.read']],
  fields: (t) => ({
    entryUid: t.id({
      nullable: false,
      description: '记录键 key: log and sequence, as `npm run audit:verify -- --record` takes it',
      resolve: entryUidOf,
    }),
    log: t.exposeString('log', { nullable: false, description: '日志 whose log: gateway, or a subgraph' }),
    at: t.field({
      type: 'DateTime',
      nullable: false,
      description: '时间 when, by the real clock',
      resolve: ({ record }) => inChinaTime(Date.parse(record.at)),
    }),
    event: t.field({
      type: Event,
      description: '事件 what it is about',
      resolve: ({ record }) => eventOf(record.event),
    }),
    requestId: t.id({ description: '请求编号 of the request', resolve: ({ record }) => record.requestId }),
    actor: t.expose('actor', {
      type: Actor,
      description: '行为人 who; null for an anonymous request, or a process itself',
    }),
    roles: t.stringList({ nullable: false, description: '岗位 roles', resolve: ({ record }) => [...record.roles] }),
    agency: t.field({ type: Agency, description: '机关 agency', resolve: ({ record }) => record.agency }),
    purpose: t.string({ description: '目的 purpose', resolve: ({ record }) => record.purpose }),
    case: t.id({
      description: '案件 unified case id；封存案件为其审计编号，看不出是哪一案件。',
      resolve: ({ record }) => record.case,
    }),
    operation: t.string({
      description: '操作编号 id of the operation: SHA-256 of its document',
      resolve: ({ record }) => record.operation,
    }),
    subject: t.string({
      nullable: false,
      description: '对象 what was asked for',
      resolve: ({ record }) => record.subject,
    }),
    fields: t.stringList({
      nullable: false,
      description: '字段 the fields that it is about',
      resolve: ({ record }) => [...(record.fields ?? [])],
    }),
    decision: t.field({
      type: Decision,
      description: '裁决 what was decided',
      resolve: ({ record }) => decisionOf(record.decision),
    }),
    rule: t.string({
      nullable: false,
      description: '规则 id of the deciding rule; of a failure the error’s code',
      resolve: ({ record }) => record.rule,
    }),
    masked: t.boolean({
      description: '是否脱敏 whether personal numbers were masked; null where none was shown',
      resolve: ({ record }) => record.masked ?? null,
    }),
    grant: t.id({ description: '授权 the grant that permitted it', resolve: ({ record }) => record.grant ?? null }),
    remembered: t.boolean({
      nullable: false,
      description: '凭登记库所存事实裁决 decided on remembered facts, since the owner did not answer',
      resolve: ({ record }) => record.remembered ?? false,
    }),
    source: t.string({
      description: '来源地址 address that the request came from; the gateway’s entries only',
      resolve: ({ record }) => record.source ?? null,
    }),
    digest: t.field({
      type: 'Digest',
      description: '答复摘要 digest of the answer as it left; entries of answers only',
      resolve: ({ record }) => record.digest ?? null,
    }),
    codes: t.stringList({
      nullable: false,
      description: '错误代码 codes of the errors in the answer',
      resolve: ({ record }) => [...(record.codes ?? [])],
    }),
  }),
});

function entryUidOf({ log, sequence }: Pick<Entry, 'log' | 'sequence'>): string {
  return `${log}:${sequence}`;
}

/** What another version of a process wrote may be of a kind that is not known here. */
function eventOf(event: string): AuditEventName | null {
  const name = event.toUpperCase().replaceAll('-', '_');
  return Object.hasOwn(AUDIT_EVENT, name) ? (name as AuditEventName) : null;
}
