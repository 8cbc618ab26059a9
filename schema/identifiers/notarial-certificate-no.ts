import { identifierKind, matching } from '#schema/identifiers/identifier-kind.ts';
import type { NotarialCertificateNo } from '#schema/identifiers/kinds.ts';

/**
 * 公证书编号 (DOMAIN 3.5): `（year）`, office, category words between 证 and 字 (large offices leave them out), 第, serial, 号.
 * Unique only together with its office. Zeros before the serial are the office's own and stay.
 */
export const notarialCertificateNo = identifierKind<NotarialCertificateNo>({
  name: { zh: '公证书编号', en: 'notarial certificate number' },
  example: '（2025）鲁虚构证民字第000001号',
  canonical: matching(
    /^（(?:19|20)\d{2}）\p{Unified_Ideograph}{1,12}?(?:证\p{Unified_Ideograph}{1,4}字)?第\d{1,8}号$/u,
  ),
});
