/** 移送类别 what one agency hands over to another. */
export const TRANSFER_KIND = {
  ARREST_REQUEST: '提请批准逮捕 request to approve an arrest',
  ARREST_DECISION: '审查逮捕决定 decision on an arrest request',
  ARREST_EXECUTION_RECEIPT: '执行回执 receipt of execution',
  PROSECUTION_REFERRAL: '移送审查起诉 referral for prosecution',
  SUPPLEMENT_RETURN: '退回补充侦查 return for supplementary investigation',
  SUPPLEMENT_RESUBMIT: '补充侦查后重新移送 resubmission after supplementary investigation',
  PROSECUTION: '提起公诉 prosecution',
  COURT_RETURN: '法院退回 return by the court',
  TRIAL_SUPPLEMENT: '审判阶段补充侦查 supplementary investigation at trial',
  JUDGMENT_SERVICE: '送达裁判文书 service of a judgment or ruling',
  EXECUTION_DELIVERY: '交付执行 delivery for execution',
  CORRECTION_DELIVERY: '交付社区矫正 delivery to community correction',
  LEGAL_AID_NOTICE: '通知辩护 notice to legal aid',
  LEGAL_AID_ASSIGNMENT: '指派律师 assignment of a legal aid lawyer',
  CUSTODY_HANDOVER: '换押 change of detaining authority',
  REFERRAL: '移送管辖 referral to the competent agency',
  RECORD_SEALING: '犯罪记录封存 sealing of a record',
} as const;
export type TransferKind = keyof typeof TRANSFER_KIND;
