import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { LegalAidId } from '#schema/identifiers/kinds.ts';

/** Our key of a legal aid case (DOMAIN 3.4): the institutions' own numbers (法律援助案号) have no common format. */
export const legalAidId = identifierKind<LegalAidId>({
  name: { zh: '法律援助案件标识', en: 'legal aid case id' },
  example: 'LA-2025-000001',
  canonical: matching(/^LA-\d{4}-\d{6}$/),
});
