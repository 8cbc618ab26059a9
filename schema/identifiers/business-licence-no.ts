import { identifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { BusinessLicenceNo } from '#schema/identifiers/kinds.ts';

/**
 * 营业执照注册号 (GS 15-2006, DOMAIN 3.0): registering authority (6), sequence (8), check digit. Older than the unified social
 * credit code, which has replaced it since 2015; it stands in old records and stays as it is.
 */
export const businessLicenceNo = identifierKind<BusinessLicenceNo>({
  name: { zh: '营业执照注册号', en: 'business licence number (before 2015)' },
  example: '379999000000014',
  canonical: (text) =>
    /^[1-9]\d{14}$/.test(text) && text.charAt(14) === businessLicenceCheck(text.slice(0, 14)) ? text : null,
});

/** The 15th digit for the 14 before it (ISO 7064 MOD 11,10). */
export function businessLicenceCheck(body: string): string {
  const product = [...body].reduce((before, digit) => (((before + Number(digit)) % 10 || 10) * 2) % 11, 10);
  return String((11 - product) % 10);
}
