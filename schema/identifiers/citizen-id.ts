import { isRealDate } from '#schema/calendar.ts';
import { identifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { CitizenId } from '#schema/identifiers/kinds.ts';

const REGION = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]';
const SECOND_GENERATION = new RegExp(`^(?:${REGION})\\d{4}((?:18|19|20)\\d{2})(\\d{2})(\\d{2})\\d{3}[\\dX]$`);
/** No check character, and a year without its century. Nothing bears out the day, so one that the calendar lacks is the record's own. */
const FIRST_GENERATION = /^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * 公民身份号码 (GB 11643-1999, DOMAIN 3.6): area of first registration (never refused for being abolished), a real birth
 * date, sequence, check character; or the 15 digits of the first generation, which stay as they are.
 */
export const citizenId = identifierKind<CitizenId>({
  name: { zh: '公民身份号码', en: 'citizen identity number' },
  example: '37999919900101007X',
  canonical: (text) => (isSecondGeneration(text) || FIRST_GENERATION.test(text) ? text : null),
});

/** The 18th character for the 17 digits before it (ISO 7064 MOD 11-2). */
export function citizenIdCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function isSecondGeneration(text: string): boolean {
  const [, year, month, day] = SECOND_GENERATION.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day)) && text.charAt(17) === citizenIdCheck(text);
}
