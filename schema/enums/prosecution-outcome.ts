/** 审查起诉结果 outcome of a prosecution review for one person (CPL 175–177, 182, 282). */
export const PROSECUTION_OUTCOME = {
  PENDING: '尚未决定 not decided yet',
  PROSECUTED: '提起公诉 prosecuted',
  NOT_PROSECUTED_STATUTORY: '法定不起诉 not prosecuted by law (CPL 177-1)',
  NOT_PROSECUTED_DISCRETIONARY: '酌定不起诉 not prosecuted by discretion (CPL 177-2)',
  NOT_PROSECUTED_EVIDENCE: '存疑不起诉 not prosecuted for insufficient evidence (CPL 175-4)',
  NOT_PROSECUTED_SPECIAL: '特殊不起诉 not prosecuted by special approval (CPL 182)',
  CONDITIONAL: '附条件不起诉 conditional non-prosecution of a minor (CPL 282)',
} as const;
export type ProsecutionOutcome = keyof typeof PROSECUTION_OUTCOME;
