/** 公安案件状态 state of a police case (DOMAIN 2.3). */
export const POLICE_CASE_STATUS = {
  ACCEPTED: '受案 accepted, not yet decided whether to file',
  NOT_FILED: '不予立案 not filed',
  REFERRED_OUT: '移送其他机关 referred to another agency',
  ADMIN_CASE: '转为行政案件 turned into an administrative case',
  FILED: '立案 filed',
  INVESTIGATING: '侦查 under investigation',
  TRANSFERRED_FOR_PROSECUTION: '移送审查起诉 sent to the procuratorate for prosecution, and accepted there',
  SUPPLEMENTING: '补充侦查 returned for supplementary investigation',
  WITHDRAWN: '撤销案件 withdrawn',
} as const;
export type PoliceCaseStatus = keyof typeof POLICE_CASE_STATUS;
