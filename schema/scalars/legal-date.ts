import { isRealDate } from '#schema/calendar.ts';
import { strictScalar } from '#schema/scalars/strict-scalar.ts';

/** A day as `yyyy-MM-dd`, as it stands in a legal document (法定日期). */
export const LegalDate = strictScalar({
  name: 'LegalDate',
  description: '法定日期 legal date: a day of the calendar, `yyyy-MM-dd`, without time or zone (RFC 3339 full-date).',
  expected: {
    zh: '真实存在的日期，格式 yyyy-MM-dd，如 2025-06-16',
    en: 'a real date as yyyy-MM-dd, such as 2025-06-16',
  },
  canonical: parseLegalDate,
});

/** The same text where it is a real day, else null. */
export function parseLegalDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day)) ? text : null;
}
