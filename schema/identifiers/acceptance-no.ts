import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';

/**
 * 部门受案号 (DOMAIN 3.3): office and business words, 受, `〔year〕`, procuratorate (6 digits, its own directory), serial of
 * 5 digits (older system) or 6, 号.
 */
export const acceptanceNo = identifierKind<AcceptanceNo>({
  name: { zh: '检察院部门受案号', en: 'procuratorate acceptance number' },
  example: '虚检刑诉受〔2025〕379999000011号',
  brackets: 'hexagonal',
  canonical: matching(/^\p{Unified_Ideograph}{1,14}受〔20\d{2}〕\d{11,12}号$/u),
});
