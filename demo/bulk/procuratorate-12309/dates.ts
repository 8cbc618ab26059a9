import { type Day, dateOf } from '#demo/bulk/days.ts';

/** `yyyyMMdd` */
export function compactDate(day: Day): string {
  return dateOf(day).replaceAll('-', '');
}

/** `yyyyMMddHHmmss`, from `yyyy-MM-dd HH:mm:ss` */
export function compactTime(time: string): string {
  return time.replace(/\D/g, '');
}
