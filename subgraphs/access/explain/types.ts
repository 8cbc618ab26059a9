import { type Condition, condition, ruleText } from '#auth/decisions/explain.ts';
import { showsOwnRowsOnly } from '#auth/decisions/views.ts';
import { POLICY } from '#auth/policies/current.ts';
import { fieldRule } from '#auth/policies/fields.ts';
import type { CaseView } from '#auth/policies/vocabulary.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { PURPOSES, type Purpose as PurposeCode } from '#schema/purposes.ts';
import { Agency, builder } from '#subgraphs/access/builder.ts';
import type { Account } from '#subgraphs/access/store/accounts.ts';
import type { FieldExplanation } from '#subgraphs/casework/explain/question.ts';

export const Purpose = builder.enumType('Purpose', {
  description: '办理目的 purpose of a request',
  values: graphValues(PURPOSES),
});

const AccessRule = builder.objectRef<string>('AccessRule').implement({
  description: '裁决规则 a rule of the policy',
  policy: [['access.explain']],
  fields: (t) => ({
    id: t.id({ nullable: false, description: '规则编号 id, as the audit log has it', resolve: (id) => id }),
    text: t.string({ nullable: false, description: '规则 what it says', resolve: (id) => ruleText(id).zh }),
    en: t.string({ nullable: false, description: '英文 the same in English', resolve: (id) => ruleText(id).en }),
    law: t.stringList({
      nullable: false,
      description: '法律依据 the articles that it rests on',
      resolve: (id) => ruleText(id).law.map(({ zh, article }) => `${zh}（${article}）`),
    }),
  }),
});

const AccessCondition = builder.objectRef<Condition>('AccessCondition').implement({
  description: '裁决条件 a condition that a decision looks at',
  policy: [['access.explain']],
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: '条件编号 id' }),
    text: t.exposeString('zh', { nullable: false, description: '条件 what has to hold' }),
    en: t.exposeString('en', { nullable: false, description: '英文 the same in English' }),
    holds: t.exposeBoolean('holds', {
      description: '是否满足 whether it holds；规则不问、尚未问到或不得说明的为 null。',
    }),
  }),
});

const AccessView = builder.objectRef<CaseView>('AccessView').implement({
  description: '案件视图 how much of a case is seen',
  policy: [['access.explain']],
  fields: (t) => ({
    id: t.id({ nullable: false, description: '视图 id', resolve: (view) => view }),
    text: t.string({
      nullable: false,
      description: '所见范围 what it shows',
      resolve: (view) => POLICY.views.get(view)?.zh ?? view,
    }),
    ownRowsOnly: t.boolean({
      nullable: false,
      description: '是否仅限本方 whether rows about persons are those of the own side alone',
      resolve: showsOwnRowsOnly,
    }),
  }),
});

export const AccessExplanation = builder.objectRef<FieldExplanation>('AccessExplanation').implement({
  description: '权限说明 why an account may or may not see a field; never the data。',
  policy: [['access.explain']],
  fields: (t) => ({
    field: t.exposeString('field', { nullable: false, description: '字段 Type.field' }),
    allowed: t.exposeBoolean('allowed', {
      nullable: false,
      description: '是否准许 whether it is shown where it has a value',
    }),
    rule: t.field({
      type: AccessRule,
      nullable: false,
      description: '起决定作用的规则 the rule that decides',
      resolve: ({ rule }) => rule,
    }),
    view: t.field({
      type: AccessView,
      description: '所在视图 how much of the case it is seen in; null where it is denied or about no case',
      resolve: ({ view }) => view,
    }),
    mask: t.string({
      description: '呈现形式 how the value leaves its owner',
      resolve: ({ field }) => POLICY.masks.get(fieldRule(field)?.mask ?? '')?.zh ?? null,
    }),
    grantUid: t.exposeID('grant', { description: '所依授权 the grant that it rests on' }),
    conditions: t.field({
      type: [AccessCondition],
      nullable: false,
      description: '各项条件 every condition, in the order in which they are looked at',
      resolve: ({ conditions }) => conditions.map(([id, holds]) => condition(id, holds)),
    }),
  }),
});

/** Somebody who sees a field, and why. */
export interface Seer {
  readonly account: Account;
  readonly purpose: PurposeCode;
  readonly explanation: FieldExplanation;
}

export const AccessHolder = builder.objectRef<Seer>('AccessHolder').implement({
  description: '可见者 an account that may see a field of a case, and why',
  policy: [['access.explain']],
  fields: (t) => ({
    user: t.string({ nullable: false, description: '账户名 its name', resolve: ({ account }) => account.username }),
    agency: t.field({ type: Agency, description: '所在机关 agency', resolve: ({ account }) => account.agency }),
    purpose: t.field({
      type: Purpose,
      nullable: false,
      description: '办理目的 for which purpose',
      resolve: ({ purpose }) => purpose,
    }),
    explanation: t.field({
      type: AccessExplanation,
      nullable: false,
      description: '原因 why',
      resolve: ({ explanation }) => explanation,
    }),
  }),
});
