/** 诉讼参与人身份 role of a party in a case (CPL 108; civil roles by CivPL). */
export const PARTY_ROLE = {
  SUSPECT_OR_DEFENDANT: '犯罪嫌疑人、被告人 suspect, or defendant once prosecuted',
  VICTIM: '被害人 victim',
  PRIVATE_PROSECUTOR: '自诉人 private prosecutor',
  INCIDENTAL_CIVIL_PLAINTIFF: '附带民事诉讼原告人 plaintiff in an incidental civil action',
  INCIDENTAL_CIVIL_DEFENDANT: '附带民事诉讼被告人 defendant in an incidental civil action',
  LEGAL_REPRESENTATIVE: '法定代理人 legal representative',
  AGENT_AD_LITEM: '诉讼代理人 agent ad litem',
  DEFENDER: '辩护人 defender',
  WITNESS: '证人 witness',
  EXPERT: '鉴定人 expert',
  INTERPRETER: '翻译人员 interpreter',
  APPROPRIATE_ADULT: '合适成年人 appropriate adult beside a minor',
  PLAINTIFF: '原告 plaintiff in a civil case',
  DEFENDANT: '被告 defendant in a civil case',
  THIRD_PARTY: '第三人 third party in a civil case',
  APPLICANT: '申请人 applicant',
  RESPONDENT: '被申请人 respondent',
} as const;
export type PartyRole = keyof typeof PARTY_ROLE;
