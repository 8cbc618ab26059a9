import { identifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';

/** Digits and letters without I O S V Z; a character's value is its place. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PATTERN = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 统一社会信用代码 (GB 32100-2015, DOMAIN 3.7): registering authority, category, area (6), organisation code with its own
 * check (9, GB 11714), check character.
 */
export const unifiedSocialCreditCode = identifierKind<UnifiedSocialCreditCode>({
  name: { zh: '统一社会信用代码', en: 'unified social credit code' },
  example: '31379999FAKE5LAW5B',
  canonical: (text) =>
    PATTERN.test(text) &&
    text.charAt(16) === organisationCheck(text.slice(8, 16)) &&
    text.charAt(17) === creditCodeCheck(text.slice(0, 17))
      ? text
      : null,
});

/** The ninth character of an organisation code (组织机构代码, GB 11714) for its eight before; letters count from A = 10. */
export function organisationCheck(body: string): string {
  const sum = weighted(body, ORGANISATION_WEIGHTS, (character) => Number.parseInt(character, 36));
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The 18th character of a credit code for the 17 before. */
export function creditCodeCheck(body: string): string {
  const sum = weighted(body, WEIGHTS, (character) => ALPHABET.indexOf(character));
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function weighted(body: string, weights: readonly number[], characterValue: (character: string) => number): number {
  return weights.reduce((total, weight, index) => total + weight * characterValue(body.charAt(index)), 0);
}
