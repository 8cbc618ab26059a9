import { identifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { PoliceDocumentNo } from '#schema/identifiers/kinds.ts';

const PATTERN =
  /^(\p{Unified_Ideograph}{1,8}（\p{Unified_Ideograph}{1,8}）\p{Unified_Ideograph}{1,8}字)（(20\d{2})）(\d{1,10}号)$/u;

/**
 * 公安法律文书号 (DOMAIN 3.2): agency, `（section）`, kind of document, 字, `〔year〕`, serial, 号. It alone has both sorts of
 * brackets, by place. Zeros before the serial are the office's own and stay.
 */
export const policeDocumentNo = identifierKind<PoliceDocumentNo>({
  name: { zh: '公安法律文书号', en: 'police document number' },
  example: '虚公（刑）立字〔2025〕00001号',
  canonical: (text) => {
    const [, head, year, tail] = PATTERN.exec(text) ?? [];
    return head === undefined ? null : `${head}〔${year}〕${tail}`;
  },
});
