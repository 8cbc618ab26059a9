/** 法律援助案件状态 state of a legal aid case (DOMAIN 2.8). */
export const LEGAL_AID_STATUS = {
  RECEIVED: '已收件 application or notice received',
  SUPPLEMENT: '待补充材料 awaiting material',
  GRANTED: '给予援助 granted',
  REFUSED: '不予援助 refused',
  ASSIGNED: '已指派 lawyer assigned',
  IN_PROGRESS: '办理中 in progress',
  CLOSED: '已结案 closed',
  TERMINATED: '终止援助 terminated (LAL 48)',
  REPLACED: '更换承办人 replaced by another lawyer',
} as const;
export type LegalAidStatus = keyof typeof LEGAL_AID_STATUS;
