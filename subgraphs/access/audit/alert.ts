import { alertText } from '#auth/audit/alerts/rules.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { Actor } from '#subgraphs/access/audit/actor.ts';
import { builder } from '#subgraphs/access/builder.ts';
import type { KeptAlert } from '#subgraphs/access/store/audit-alerts.ts';

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
