import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { PolicePersonNo } from '#schema/identifiers/kinds.ts';

/** 公安涉案人员编号 (DOMAIN 3.2): a person in one police case; `R`, otherwise laid out as a police case number. */
export const policePersonNo = identifierKind<PolicePersonNo>({
  name: { zh: '公安涉案人员编号', en: 'police person number' },
  example: 'R3799990000002025030001',
  canonical: matching(/^R\d{12}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{4}$/),
});
