import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

export const CASE_1 = number('（2025）鲁9999刑初999901号');
export const CASE_5 = number('（2025）鲁9999民初999905号');
export const CASE_9 = number('（2025）鲁9999刑初999909号');
export const SEALED_4 = number('（2024）鲁9999刑初999904号');
export const CASE_8 = number('（2014）虚民初字第123号');
export const CASE_10 = number('（2025）鲁9999刑初999910号');
export const APPEAL_10 = number('（2025）鲁99刑终999920号');
export const CASE_12 = number('（2025）鲁9999刑初999912号');
export const MEDIATION_5 = number('（2025）鲁9999诉前调999915号');
export const MEDIATION_14 = number('（2025）鲁9999诉前调999914号');
/** Every number of the world at 12368. */
export const ALL = [
  ...[CASE_1, SEALED_4, CASE_5, MEDIATION_5, CASE_8, CASE_9, CASE_10, APPEAL_10, CASE_12, MEDIATION_14],
] as const;

export const ACCEPTANCE_1 = '虚检刑诉受〔2025〕379999000011号';
export const LAWYER_HE = '13799202010999001';
export const TICKET = 'PT12368-2025-000001';

export function number(text: string): CourtCaseNo {
  const parsed = courtCaseNo.parse(text);
  if (parsed === null) throw new Error(`${text} is not a court case number`);
  return parsed;
}
