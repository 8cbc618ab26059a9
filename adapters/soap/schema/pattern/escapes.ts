import { BLOCK_RANGES } from '#adapters/soap/schema/pattern/blocks.ts';
import { type Cursor, PatternError } from '#adapters/soap/schema/pattern/cursor.ts';

const NAME_START =
  ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}' +
  '\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const NAME = `${NAME_START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}`;

/** The multi-character escapes of part 2 appendix F.1.1, as the inside of a character class, by their small letter. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['s', '\\u{20}\\t\\n\\r'],
  ['d', '\\p{Nd}'],
  ['i', NAME_START],
  ['c', NAME],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Appendix F.1.1: without Cs, for there are no halves of pairs in XML. */
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** A character as a regular expression has it, within a class and without. */
export function literal(character: string): string {
  return /[A-Za-z0-9]/.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What stands behind a `\\`: a class such as `\d`, or one character. @throws PatternError */
export function escapeAt(cursor: Cursor): { readonly source: string; readonly character: string | null } {
  const letter = cursor.next();
  // Of punctuation more than the standard allows: nothing else can be meant.
  const character = CONTROLS.get(letter) ?? (/[\p{P}\p{S}]/u.test(letter) ? letter : null);
  if (character !== null) return { source: literal(character), character };
  if (letter !== 'p' && letter !== 'P') return { source: classEscape(letter), character: null };
  if (!cursor.take('{')) throw new PatternError(`\\${letter} needs a {…} behind it`);
  return { source: propertyEscape(letter, cursor.upTo('}')), character: null };
}

function classEscape(letter: string): string {
  // Everything but punctuation, separators and others.
  if (letter === 'w') return '[^\\p{P}\\p{Z}\\p{C}]';
  if (letter === 'W') return '[\\p{P}\\p{Z}\\p{C}]';
  const inside = CLASSES.get(letter.toLowerCase());
  if (inside === undefined) throw new PatternError(`it has no escape \\${letter}`);
  return letter === letter.toLowerCase() ? `[${inside}]` : `[^${inside}]`;
}

/** `\p{Lu}`, `\P{IsCyrillic}`. */
function propertyEscape(letter: string, property: string): string {
  const isNegative = letter === 'P';
  if (CATEGORY.test(property)) return `\\${letter}{${property}}`;
  const range = BLOCK_RANGES.get(property.replace(/^Is/, ''));
  if (!property.startsWith('Is') || range === undefined) {
    throw new PatternError('it has no such \\p{…}: a category of Unicode (Lu) or a block (IsCyrillic) is expected');
  }
  return isNegative ? `[^${range}]` : `[${range}]`;
}
