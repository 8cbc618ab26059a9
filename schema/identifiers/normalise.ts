/** Courts write round brackets `（）`, other agencies hexagonal ones `〔〕`; data hold any sort. */
export type Brackets = 'round' | 'hexagonal';

const PAIRS: Readonly<Record<Brackets, readonly [open: string, close: string]>> = {
  round: ['（', '）'],
  hexagonal: ['〔', '〕'],
};
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * One spelling for what people and systems write alike (DOMAIN 3.0): trimmed of what comes along when one pastes, inner spaces out, full-width to half-width, upper case,
 * one sort of brackets. NFKC will not do: it leaves `〔〕` and lets look-alikes in.
 *
 * Within the text only spaces (Unicode Zs) go. Control and zero-width characters stay, so that no pattern matches: a hidden character
 * in a case number is a sign of damage or of deceit, and two numbers that look alike must not both be accepted.
 */
export function normalise(raw: string, brackets: Brackets): string {
  const [open, close] = PAIRS[brackets];
  return raw
    .trim()
    .replace(/\p{Zs}/gu, '')
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[([〔【]/g, open)
    .replace(/[)\]〕】]/g, close);
}
