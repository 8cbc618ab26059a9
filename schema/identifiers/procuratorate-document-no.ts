import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { ProcuratorateDocumentNo } from '#schema/identifiers/kinds.ts';

/** 检察院法律文书号 (DOMAIN 3.3): office ending in 检, business words, `〔year〕`, serial (newer ones after a letter such as Z), 号. */
export const procuratorateDocumentNo = identifierKind<ProcuratorateDocumentNo>({
  name: { zh: '检察院法律文书号', en: 'procuratorate document number' },
  example: '虚检刑诉〔2025〕12号',
  brackets: 'hexagonal',
  canonical: matching(/^\p{Unified_Ideograph}{1,8}检\p{Unified_Ideograph}{1,8}〔20\d{2}〕[A-Z]?\d{1,10}号$/u),
});
