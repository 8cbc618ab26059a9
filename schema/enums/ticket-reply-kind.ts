/** 答复类别 kind of a reply to a ticket (SPP-Rules 163). */
export const TICKET_REPLY_KIND = {
  PROCEDURAL: '程序性答复 procedural reply: received, accepted, passed on',
  PROGRESS: '进展告知 word of progress',
  RESULT: '结果答复 reply with the result',
} as const;
export type TicketReplyKind = keyof typeof TICKET_REPLY_KIND;
