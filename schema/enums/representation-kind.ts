/** 代理辩护方式 how a lawyer or agent came to act. */
export const REPRESENTATION_KIND = {
  RETAINED: '委托辩护 defender retained by the person or family',
  NOTIFIED_AID: '通知辩护 legal aid on notice of an agency (LAL 25)',
  APPLIED_AID: '申请法律援助 legal aid on application',
  DUTY_LAWYER: '值班律师 duty lawyer, who gives help but is no defender',
  AGENT: '诉讼代理 agent ad litem',
} as const;
export type RepresentationKind = keyof typeof REPRESENTATION_KIND;
