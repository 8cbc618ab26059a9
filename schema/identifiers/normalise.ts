/** Courts write round brackets `（）`, other agencies hexagonal ones `〔〕`; data hold any sort. */
export type Brackets = 'round' | 'hexagonal';

const PAIRS: Readonly<Record<Brackets, readonly [open: string, close: string]>> = {
  round: ['（', '）'],
  hexagonal: ['〔', '〕'],
};
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Blanks, line ends, and what nobody sees: joiners, marks of direction. Pages, cells and messages put them around and into what one copies.
 * Not the overrides of direction (U+202D, U+202E): behind one the screen shows another number than there is.
 */
const UNSEEN = /[[\s\p{Default_Ignorable_Code_Point}]--[\u202d\u202e]]/gv;

/**
 * One spelling for what people and systems write alike (DOMAIN 3.0): without spaces and what else is unseen, full-width to half-width,
 * upper case, one sort of brackets, of dashes the hyphen. NFKC will not do: it leaves `〔〕` and lets look-alikes in.
 *
 * Whatever else is not of the number stays, control characters too, so that no pattern matches: it is a sign of damage or of deceit.
 */
export function normalise(raw: string, brackets: Brackets): string {
  const [open, close] = PAIRS[brackets];
  return raw
    .replace(UNSEEN, '')
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .replace(/\p{Open_Punctuation}/gu, open)
    .replace(/\p{Close_Punctuation}/gu, close);
}
