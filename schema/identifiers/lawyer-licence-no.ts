import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { LawyerLicenceNo } from '#schema/identifiers/kinds.ts';

/**
 * 律师执业证号 (DOMAIN 3.9): `1`, province and prefecture of the first licence, year, category, sex (0 male, 1 female: not
 * GB/T 2261.1), six digits that are the lawyer's own for life. It has no check digit.
 */
export const lawyerLicenceNo = identifierKind<LawyerLicenceNo>({
  name: { zh: '律师执业证号', en: 'lawyer licence number' },
  example: '13799202010999001',
  canonical: matching(/^1\d{4}(?:19|20)\d{2}[1-9][01]\d{6}$/),
});
