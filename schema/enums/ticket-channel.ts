/** 受理渠道 channel by which a ticket came. */
export const TICKET_CHANNEL = {
  PROC_12309: '检察服务热线 hotline 12309 of the procuratorate',
  COURT_12368: '诉讼服务热线 hotline 12368 of the court',
  LEGAL_AID_12348: '公共法律服务热线 hotline 12348 of the justice bureau',
  COUNTER: '窗口 counter',
  ONLINE: '网上 online',
  TERMINAL: '自助终端 self-service terminal',
} as const;
export type TicketChannel = keyof typeof TICKET_CHANNEL;
