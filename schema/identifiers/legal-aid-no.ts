import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { LegalAidNo } from '#schema/identifiers/kinds.ts';

/**
 * 法律援助案号 (DOMAIN 3.4), in the most common of many shapes: the ministry's formats of 2023 leave the number to the places.
 * So a number that this does not read is no error: it is kept as written, and the case is found by its `LegalAidId`.
 */
export const legalAidNo = identifierKind<LegalAidNo>({
  name: { zh: '法律援助案号', en: 'legal aid number' },
  example: '（2025）虚法援刑字第1号',
  canonical: matching(/^（20\d{2}）\p{Unified_Ideograph}{2,10}援[刑民行值非]字第\d{1,10}号$/u),
});
