/** 移送状态 state of a hand-over between agencies (DOMAIN 2.3). */
export const TRANSFER_STATUS = {
  DRAFT: '拟稿 draft',
  SIGNED: '已签章 signed and sealed',
  SENT: '已发送 sent',
  DELIVERED: '已送达 delivered',
  ACCEPTED: '已接收 accepted',
  FORM_REJECTED: '形式审查退回 rejected for its form; a corrected package is a new transfer',
  AWAITING_SUPPLEMENT: '待补充材料 awaiting material',
  SUPPLEMENTED: '已补充材料 material supplied',
  COMPLETED: '已办结 completed with a receipt',
  CANCELLED: '已撤回 cancelled',
} as const;
export type TransferStatus = keyof typeof TRANSFER_STATUS;
