import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

export const CASE_1 = number('（2025）鲁9999刑初999901号');
export const CASE_5 = number('（2025）鲁9999民初999905号');
export const CASE_9 = number('（2025）鲁9999刑初999909号');
export const CASE_12 = number('（2025）鲁9999刑初999912号');

export function number(text: string): CourtCaseNo {
  const parsed = courtCaseNo.parse(text);
  if (parsed === null) throw new Error(`${text} is not a court case number`);
  return parsed;
}
