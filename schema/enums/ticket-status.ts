/** 工单状态 state of a ticket of a service hotline (DOMAIN 2.9). */
export const TICKET_STATUS = {
  SUBMITTED: '已提交 submitted',
  IDENTITY_CHECKED: '已核验身份 identity checked',
  NEEDS_MATERIAL: '待补充材料 awaiting material',
  NOT_COMPETENT: '不属于本机关管辖 not competent, with advice',
  ACCEPTED: '已受理 accepted',
  IN_PROGRESS: '办理中 in progress',
  REPLIED_PROCEDURAL: '已作程序性答复 procedural reply given',
  REPLIED_RESULT: '已答复结果 result given',
  CLOSED: '已办结 closed',
} as const;
export type TicketStatus = keyof typeof TICKET_STATUS;
