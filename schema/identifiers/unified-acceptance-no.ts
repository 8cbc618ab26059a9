import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';

/**
 * 检察院统一受案号 (DOMAIN 3.3): procuratorate (6 digits, its own directory), year, serial. One covers several acceptance
 * numbers of departments, so it links them and finds no single record. Its length is not published: 15 to 19 digits are seen.
 */
export const unifiedAcceptanceNo = identifierKind<UnifiedAcceptanceNo>({
  name: { zh: '检察院统一受案号', en: 'procuratorate unified acceptance number' },
  example: '37999920250000100',
  canonical: matching(/^\d{6}20\d{2}\d{5,9}$/),
});
