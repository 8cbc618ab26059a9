/** 诉讼服务事项 what a ticket of 12368 asks for (DOMAIN 2.10). */
export const COURT_SERVICE = {
  CASE_QUERY: '案件查询 query about a case',
  CONTACT_JUDGE: '联系法官 message to the judge',
  CONSULTATION: '诉讼咨询 consultation on litigation',
  BOOKING: '预约办理 booking of a filing, a hearing or a mediation',
  COMPLAINT: '投诉举报 complaint or report',
  OPINION: '意见建议 opinion or suggestion',
} as const;
export type CourtService = keyof typeof COURT_SERVICE;
