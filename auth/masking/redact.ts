import { ADDRESS } from '#auth/masking/address.ts';
import { isPersonalNumber } from '#auth/masking/personal-number.ts';

/** What people type between the digits of a number: spaces of every kind, line ends, dashes, dots, and what cannot be seen. */
const BREAK = '[\\s\\p{Pd}\\p{Cf}−._·]{0,3}';

/** Digits of any script and width, with breaks between them; an identity number may end in X. */
const CLUSTER = new RegExp(`\\p{Nd}(?:${BREAK}\\p{Nd})*(?:${BREAK}[XxＸｘ](?![A-Za-z]))?`, 'gu');
const GROUP = /[\p{Nd}XxＸｘ]+/gu;
const HIDDEN = /[\p{Nd}XxＸｘ]/gu;

/** The numbers of cases and persons in case whose digits could be taken for somebody's (DOMAIN 3.2, 3.3): `A` or `R` and 22 digits; 受〔2025〕and 11 or 12. */
const CASE_NUMBER = /[ARＡＲ]\p{Nd}{22}(?!\p{Nd})|受[〔［[（(]\p{Nd}{4}[〕］\]）)]\p{Nd}{11,12}号/gu;

/** As many groups as a card number has digits at most. */
const MOST_GROUPS = 19;

/**
 * Free text as it may leave its owner (DOMAIN 5.5): identity numbers of 18 and 15, phone numbers, bank cards and addresses below the
 * county are blacked out, one `*` for each digit (of an address, for each character). Every other character stays as it is, and so do the
 * numbers of cases. Where a number could be either, it is blacked out.
 */
export function redact(text: string): string {
  if (!/[\p{Nd}\p{Script=Han}]/u.test(text)) return text;
  let rest = 0;
  let shown = '';
  for (const { 0: number, index } of text.matchAll(CASE_NUMBER)) {
    shown += withoutPersonal(text.slice(rest, index)) + number;
    rest = index + number.length;
  }
  return shown + withoutPersonal(text.slice(rest));
}

function withoutPersonal(text: string): string {
  return text.replace(CLUSTER, withoutNumbers).replace(ADDRESS, (address) => '*'.repeat([...address].length));
}

/** Looks at every row of neighbouring groups, the longest first. */
function withoutNumbers(cluster: string): string {
  const groups = [...cluster.matchAll(GROUP)].map(({ 0: digits, index }) => ({ digits: plain(digits), index }));
  const ends = groups.map((_, place) => groups[place + 1]?.index ?? cluster.length);
  let shown = '';
  for (let place = 0; place < groups.length; ) {
    let length = Math.min(MOST_GROUPS, groups.length - place);
    while (length > 0 && !isPersonalNumber(groups.slice(place, place + length).map(({ digits }) => digits))) length--;
    const taken = Math.max(length, 1);
    const part = cluster.slice(groups[place]?.index, ends[place + taken - 1]);
    shown += length > 0 ? part.replace(HIDDEN, '*') : part;
    place += taken;
  }
  return shown;
}

/** In ASCII; a digit of another script that has no half-width form counts as 0, since only how many there are is asked. */
function plain(digits: string): string {
  return digits
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dX]/gu, '0');
}
