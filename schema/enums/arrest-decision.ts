/** 审查逮捕决定 what the procuratorate decided on one suspect (CPL 90; SPP-Rules 284–285). */
export const ARREST_DECISION = {
  APPROVED: '批准逮捕 arrest approved',
  REFUSED_NO_CRIME: '不构成犯罪不批准逮捕 refused: no crime',
  REFUSED_EVIDENCE: '证据不足不批准逮捕 refused: insufficient evidence',
  REFUSED_NO_NECESSITY: '无社会危险性不批准逮捕 refused: no necessity',
  PENDING: '尚未决定 not decided yet',
} as const;
export type ArrestDecision = keyof typeof ARREST_DECISION;
