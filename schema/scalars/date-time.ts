import { inChinaTime } from '#schema/calendar.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';
import { strictScalar } from '#schema/scalars/strict-scalar.ts';

/** RFC 3339 date-time; the offset is obligatory, a leap second is not a time. */
const PATTERN = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** An instant as `yyyy-MM-ddTHH:mm:ss+08:00` (时间). */
export const DateTime = strictScalar({
  name: 'DateTime',
  description:
    '时间 date-time: an instant to the second (RFC 3339). Given out in Chinese time, `yyyy-MM-ddTHH:mm:ss+08:00`; taken with any offset, fractions of a second are dropped.',
  expected: {
    zh: '带时区偏移的时间（RFC 3339），如 2025-06-16T09:00:00+08:00',
    en: 'a date-time with its offset (RFC 3339), such as 2025-06-16T09:00:00+08:00',
  },
  canonical: parseDateTime,
});

/** The same instant in Chinese time, or null where the text is no date-time or falls outside the years 0001 to 9999 there. */
export function parseDateTime(text: string): string | null {
  const [, day] = PATTERN.exec(text) ?? [];
  if (day === undefined || parseLegalDate(day) === null) return null;
  const inChina = inChinaTime(Date.parse(text));
  return parseLegalDate(inChina.slice(0, 'yyyy-MM-dd'.length)) === null ? null : inChina;
}
