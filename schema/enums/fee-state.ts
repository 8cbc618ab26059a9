/** 交费状态 state of a notice to pay court fees (诉讼费用交纳办法 22, 44–48). */
export const FEE_STATE = {
  UNPAID: '未交 unpaid',
  PAID: '已交 paid',
  DEFERRED: '缓交 deferred',
  REDUCED: '减交 reduced',
  WAIVED: '免交 waived',
  REFUNDED: '已退 refunded',
  OVERDUE: '逾期未交 not paid by the last day',
} as const;
export type FeeState = keyof typeof FEE_STATE;
