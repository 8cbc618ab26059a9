import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { AreaCode } from '#schema/identifiers/kinds.ts';

/** 行政区划代码 (GB/T 2260, DOMAIN 3.8): province, prefecture, county. The shape only: abolished codes stay legitimate. */
export const areaCode = identifierKind<AreaCode>({
  name: { zh: '行政区划代码', en: 'administrative division code' },
  example: '379999',
  canonical: matching(/^[1-8]\d{5}$/),
});
