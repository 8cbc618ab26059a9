import type { AlertRule } from '#auth/audit/alerts/rule.ts';
import { isWithin } from '#auth/audit/alerts/working-hours.ts';

const NOT_ASSIGNED = new Set(['deny.not-assigned', 'deny.other-agency']);

/** What is looked for in every record that arrives (DOMAIN 5.8). The thresholds are defaults: each has a setting. */
export const ALERT_RULES = [
  {
    id: 'access.not-assigned',
    zh: '多次查询非本人承办的案件',
    en: 'asked again and again for cases that are not the caller’s',
    threshold: { count: 10, minutes: 60 },
    matches: ({ rule }) => NOT_ASSIGNED.has(rule),
  },
  {
    id: 'access.recused',
    zh: '回避后仍查询该案',
    en: 'asked for a case after recusal',
    threshold: { count: 1, minutes: 60 },
    matches: ({ rule }) => rule === 'deny.recused',
  },
  {
    id: 'access.bulk',
    zh: '短时间内查阅大量案件',
    en: 'opened many cases within a short time',
    threshold: { count: 500, minutes: 60 },
    // The registry decides each case once for each question; rows of a case are no further cases.
    matches: ({ event, subject, decision }) => event === 'row' && subject === 'Case' && decision === 'permit',
  },
  {
    id: 'sealed.read',
    zh: '经批准查阅封存记录',
    en: 'a sealed record was read by grant',
    threshold: { count: 1, minutes: 60 },
    matches: ({ rule }) => rule === 'permit.record-check',
  },
  {
    id: 'sealed.asked',
    zh: '多次查询封存记录，均未显示',
    en: 'sealed records were asked for again and again, and not shown',
    threshold: { count: 3, minutes: 60 },
    matches: ({ rule }) => rule === 'deny.sealed',
  },
  {
    id: 'unmask.after-hours',
    zh: '非工作时间查看未脱敏信息',
    en: 'personal numbers were shown whole outside working hours',
    threshold: { count: 1, minutes: 60 },
    matches: ({ masked, at }, hours) => masked === false && !isWithin(at, hours),
  },
  {
    id: 'break-glass',
    zh: '紧急授权已启用',
    en: 'break-glass access was used',
    threshold: { count: 1, minutes: 60 },
    matches: ({ rule }) => rule === 'permit.break-glass',
  },
  {
    id: 'separation.violated',
    zh: '账号同时持有不相容的三员角色',
    en: 'an account holds roles that must be separate',
    threshold: { count: 1, minutes: 60 },
    matches: ({ rule }) => rule === 'deny.separation',
  },
  {
    id: 'query-code.wrong',
    zh: '多次使用错误的查询码',
    en: 'wrong query codes were tried again and again',
    threshold: { count: 5, minutes: 60 },
    matches: ({ rule }) => rule === 'deny.query-code',
  },
  {
    id: 'secrecy.labelled',
    zh: '含国家秘密标识的记录被拒绝',
    en: 'a record with a secrecy label was refused',
    threshold: { count: 1, minutes: 24 * 60 },
    matches: ({ rule }) => rule === 'deny.secrecy-label',
  },
  {
    id: 'case.closed',
    zh: '结案后仍查阅案件',
    en: 'closed cases were read',
    threshold: { count: 5, minutes: 60 },
    matches: ({ subject, closed }) => subject === 'Case' && closed === true,
  },
  {
    id: 'policy.changed',
    zh: '裁决所依的规则已变更',
    en: 'a process decides by another policy than before',
    threshold: { count: 1, minutes: 60 },
    matches: ({ rule }) => rule === 'policy.changed',
  },
] as const satisfies readonly AlertRule[];

/** What is noticed of a log itself: no record says it. The actor of such an alert is the log. */
export const LOG_ALERTS = [
  {
    id: 'log.forked',
    zh: '审计日志与审计员保存的副本不一致',
    en: 'a log contradicts what the auditor’s store has of it',
    threshold: { count: 1, minutes: 60 },
  },
  {
    id: 'log.rolled-back',
    zh: '审计日志比审计员保存的副本短',
    en: 'a log is shorter than what the auditor’s store has of it',
    threshold: { count: 1, minutes: 60 },
  },
] as const;

/** What an alert says, in both languages; its id alone where the rule is no longer known. */
export function alertText(rule: string): { readonly zh: string; readonly en: string } {
  return [...ALERT_RULES, ...LOG_ALERTS].find(({ id }) => id === rule) ?? { zh: rule, en: rule };
}
