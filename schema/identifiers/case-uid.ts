import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { CaseUid } from '#schema/identifiers/kinds.ts';

/** 平台统一案号 (DOMAIN 3.6): minted by the registry, `ZF-`, year, serial. */
export const caseUid = identifierKind<CaseUid>({
  name: { zh: '平台统一案号', en: 'platform case number' },
  example: 'ZF-2025-000001',
  canonical: matching(/^ZF-\d{4}-\d{6}$/),
});
