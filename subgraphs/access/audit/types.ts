import { alertText } from '#auth/audit/alerts/rules.ts';
import { parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { AUDIT_DECISION, type AuditDecision } from '#schema/enums/audit-decision.ts';
import { AUDIT_EVENT, type AuditEventName } from '#schema/enums/audit-event.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { Agency, builder } from '#subgraphs/access/builder.ts';
import type { KeptAlert } from '#subgraphs/access/store/audit-alerts.ts';
import type { AuditActor, AuditEntry as Entry, SealedLook } from '#subgraphs/access/store/audit-entries.ts';
import type { HeldLog } from '#subgraphs/access/store/audit-log.ts';

const Event = builder.enumType('AuditEvent', {
  description: '审计事件 what an audit record is about',
  values: graphValues(AUDIT_EVENT),
});
const Decision = builder.enumType('AuditDecision', {
  description: '裁决结果 what was decided',
  values: graphValues(AUDIT_DECISION),
});

const Actor = builder.objectRef<AuditActor>('AuditActor').implement({
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

export const Alert = builder.objectRef<KeptAlert>('Alert').implement({
  description: '告警 an alert：规则、时间、行为人、次数，不含案件与内容。',
  policy: [['alert.read']],
  fields: (t) => ({
    alertUid: t.exposeID('alertUid', { nullable: false, description: '告警编号 its id' }),
    rule: t.exposeString('rule', { nullable: false, description: '规则 id of the rule' }),
    text: t.string({
      nullable: false,
      description: '规则内容 what the rule says, in Chinese and English',
      resolve: ({ rule }) => `${alertText(rule).zh} / ${alertText(rule).en}`,
    }),
    at: t.field({
      type: 'DateTime',
      nullable: false,
      description: '时间 the minute in which it became due',
      resolve: ({ at }) => inChinaTime(Date.parse(at)),
    }),
    actor: t.expose('actor', { type: Actor, description: '行为人 whose account; null where nobody is known' }),
    count: t.exposeInt('count', { nullable: false, description: '次数 how many records matched by then' }),
  }),
});

export function entryUidOf({ log, sequence }: Pick<Entry, 'log' | 'sequence'>): string {
  return `${log}:${sequence}`;
}

/** What another version of a process wrote may be of a kind that is not known here. */
function eventOf(event: string): AuditEventName | null {
  const name = event.toUpperCase().replaceAll('-', '_');
  return Object.hasOwn(AUDIT_EVENT, name) ? (name as AuditEventName) : null;
}

function decisionOf(decision: string): AuditDecision | null {
  const name = decision.toUpperCase();
  return Object.hasOwn(AUDIT_DECISION, name) ? (name as AuditDecision) : null;
}

function signedAt(line: string | null): string | null {
  const checkpoint = line === null ? null : parseCheckpoint(line);
  return checkpoint && inChinaTime(Date.parse(checkpoint.at));
}
