/** 检察服务事项 what a ticket of 12309 asks for (DOMAIN 2.9). */
export const PROCURATORATE_SERVICE = {
  ACCUSATION: '控告 accusation',
  CRIMINAL_APPEAL: '刑事申诉 appeal in a criminal case',
  CIVIL_ADMINISTRATIVE_APPEAL: '民事行政申诉 appeal in a civil or administrative case',
  STATE_COMPENSATION: '国家赔偿 state compensation',
  DEFENCE_OBSTRUCTION: '阻碍辩护权控告 obstruction of a defender (SPP-Rules 58)',
  OTHER_PETITION: '其他信访 other petition',
  LEGAL_CONSULTATION: '法律咨询 legal consultation',
} as const;
export type ProcuratorateService = keyof typeof PROCURATORATE_SERVICE;
