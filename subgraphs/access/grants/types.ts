import type { GrantKind as Kind } from '#auth/grants/live-grant.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { GRANT_ACT } from '#schema/enums/grant-act.ts';
import { GRANT_DECISION } from '#schema/enums/grant-decision.ts';
import { GRANT_KIND } from '#schema/enums/grant-kind.ts';
import { GRANT_STATUS } from '#schema/enums/grant-status.ts';
import { Agency, builder } from '#subgraphs/access/builder.ts';
import { MAX_REASON } from '#subgraphs/access/grants/act.ts';
import { type GrantEntry as Entry, type Grant as KeptGrant, statusOf } from '#subgraphs/access/grants/grant.ts';

export const GrantKind = builder.enumType('GrantKind', {
  description: '授权种类 kind of grant',
  values: graphValues(GRANT_KIND satisfies Record<Kind, string>),
});
export const GrantStatus = builder.enumType('GrantStatus', {
  description: '授权状态 status of a grant',
  values: graphValues(GRANT_STATUS),
});
export const GrantDecision = builder.enumType('GrantDecision', {
  description: '审批决定 decision on an application',
  values: graphValues(GRANT_DECISION),
});
const GrantAct = builder.enumType('GrantAct', {
  description: '授权经过 what was done about a grant',
  values: graphValues(GRANT_ACT),
});

const GrantEntry = builder.objectRef<Entry>('GrantEntry').implement({
  description: '授权经过 a line of a grant’s history：何人、何时、何故，只增不删。',
  policy: [['grant.read']],
  fields: (t) => ({
    act: t.expose('act', { type: GrantAct, nullable: false, description: '经过 what was done' }),
    at: t.field({
      type: 'DateTime',
      nullable: false,
      description: '时间 when',
      resolve: ({ at }) => inChinaTime(at.getTime()),
    }),
    by: t.string({ nullable: false, description: '账户名 whose account did it', resolve: ({ by }) => by.username }),
    reason: t.exposeString('reason', { nullable: false, description: '理由 why；号码已隐去。' }),
  }),
});

export const Grant = builder.objectRef<KeptGrant>('Grant').implement({
  description:
    '授权 a grant of access beyond what the office gives, for one applicant and one case；不表明该案件是否存在。',
  policy: [['grant.read']],
  fields: (t) => ({
    grantUid: t.exposeID('grantUid', { nullable: false, description: '授权编号 its id' }),
    kind: t.expose('kind', { type: GrantKind, nullable: false, description: '种类 kind' }),
    status: t.field({
      type: GrantStatus,
      nullable: false,
      description: '状态 status at this moment',
      resolve: (grant, _args, context) => statusOf(grant, context.now()),
    }),
    caseUid: t.exposeID('caseUid', { nullable: false, description: '平台统一案号 the case, as the applicant gave it' }),
    fields: t.exposeStringList('fields', {
      nullable: false,
      description: '字段 the fields that it shows whole；仅查看完整号码的授权有。',
    }),
    agency: t.field({
      type: Agency,
      nullable: false,
      description: '事项所属机关 whose matter it is: the applicant’s own agency, or the organ that sealed the record',
      resolve: ({ agency }) => agency,
    }),
    applicant: t.string({
      nullable: false,
      description: '申请人账户名 the applicant’s account',
      resolve: ({ applicant }) => applicant.username,
    }),
    applicantAgency: t.field({
      type: Agency,
      description: '申请人所在机关 the applicant’s agency at that time',
      resolve: ({ applicant }) => applicant.agency,
    }),
    reason: t.exposeString('reason', { nullable: false, description: '申请理由 why；号码已隐去。' }),
    legalBasis: t.exposeString('legalBasis', { description: '法律依据 the law that allows it；号码已隐去。' }),
    requestedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: '申请时间 applied for at',
      resolve: ({ requestedAt }) => inChinaTime(requestedAt.getTime()),
    }),
    until: t.field({
      type: 'DateTime',
      nullable: false,
      description: '到期时间 when it lapses, undecided or live；紧急访问自第二次批准起十五分钟。',
      resolve: ({ until }) => inChinaTime(until.getTime()),
    }),
    history: t.expose('history', {
      type: [GrantEntry],
      nullable: false,
      description: '经过 its history, the application first',
    }),
  }),
});

export const GrantApplication = builder.inputType('GrantApplication', {
  description: '授权申请 an application for a grant',
  fields: (t) => ({
    kind: t.field({ type: GrantKind, required: true, description: '种类 kind' }),
    caseUid: t.id({ required: true, description: '平台统一案号 unified case id；申请时不核对案件是否存在。' }),
    fields: t.stringList({
      description: '字段 what shall be shown whole: Person.idNumber, Person.phone；仅用于查看完整号码。',
    }),
    sealingAgency: t.id({ description: '封存机关 the organ that sealed the record；仅用于犯罪记录查询。' }),
    reason: t.string({ required: true, description: `理由 why: 1 to ${MAX_REASON} characters` }),
    legalBasis: t.string({
      description: `法律依据 the law that allows it: 1 to ${MAX_REASON} characters；犯罪记录查询必填。`,
    }),
    until: t.field({ type: 'DateTime', description: '到期时间 until when；紧急访问不填。' }),
  }),
});
