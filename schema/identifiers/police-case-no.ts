import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';

/** 公安案件编号 (DOMAIN 3.2): `A`, police organisation (12 digits, GA/T 380), year and month of registration, serial. */
export const policeCaseNo = identifierKind<PoliceCaseNo>({
  name: { zh: '公安案件编号', en: 'police case number' },
  example: 'A3799990000002025030001',
  canonical: matching(/^A\d{12}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{4}$/),
});
