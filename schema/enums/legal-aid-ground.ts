/** 法律援助事由 why legal aid is given (LAL 25, 31; CPL 35, 278, 293). */
export const LEGAL_AID_GROUND = {
  MINOR: '未成年人 minor',
  DISABILITY: '视力、听力、言语残疾人 visual, hearing or speech disability',
  LIMITED_CAPACITY: '不能完全辨认自己行为的成年人 adult not fully able to recognise their conduct',
  LIFE_OR_DEATH_SENTENCE: '可能被判处无期徒刑、死刑 possible life or death sentence',
  TRIAL_IN_ABSENTIA: '缺席审判 trial in absentia',
  ORDINARY_PROCEDURE_NO_DEFENDER: '适用普通程序没有辩护人 ordinary procedure without a defender',
  FINANCIAL_HARDSHIP: '经济困难 financial hardship',
} as const;
export type LegalAidGround = keyof typeof LEGAL_AID_GROUND;
