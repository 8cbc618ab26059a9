/** 预约状态 state of an appointment. */
export const APPOINTMENT_STATUS = {
  REQUESTED: '已申请 requested',
  CONFIRMED: '已确认 confirmed',
  DONE: '已完成 done',
  CANCELLED: '已取消 cancelled',
} as const;
export type AppointmentStatus = keyof typeof APPOINTMENT_STATUS;
