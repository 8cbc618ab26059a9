import { CHINA_CALENDAR, type WorkingCalendar } from '#schema/calendar/working-days.ts';
import { inChinaTime } from '#schema/calendar.ts';

/** 工作时间: hours of Chinese time on working days. */
export interface WorkingHours {
  /** `HH:mm` */
  readonly from: string;
  /** `HH:mm`, no longer within. */
  readonly to: string;
}

/** Whether an instant (ISO 8601) lies within them. What is no instant does not. */
export function isWithin(at: string, { from, to }: WorkingHours, calendar: WorkingCalendar = CHINA_CALENDAR): boolean {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return false;
  const [date = '', time = ''] = inChinaTime(ms).split('T');
  return calendar.isWorkingDay(date) && time >= from && time < to;
}
