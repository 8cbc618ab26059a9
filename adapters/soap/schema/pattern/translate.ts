import { classAt } from '#adapters/soap/schema/pattern/class.ts';
import { Cursor, PatternError } from '#adapters/soap/schema/pattern/cursor.ts';
import { escapeAt, literal } from '#adapters/soap/schema/pattern/escapes.ts';

const MAX_LENGTH = 5_000;
const MAX_DEPTH = 50;
/** Of quantifiers within one another: beyond it an engine would run for ages over an empty text. */
const MAX_REPEATS = 20_000;

interface Translated {
  readonly source: string;
  /** How often its innermost part comes at least, with all quantifiers around it. */
  readonly repeats: number;
}

/**
 * A regular expression of XML Schema (part 2 appendix F) as one of JavaScript with the flag `v`, without the `^` and `$` around it
 * that XML Schema implies. A `^` that begins an alternative and a `$` that ends one are taken for what their author meant, anchors,
 * though the standard has them as characters.
 * @throws PatternError
 */
export function translatePattern(pattern: string): string {
  if (pattern.length > MAX_LENGTH) throw new PatternError(`it is longer than ${MAX_LENGTH} characters`);
  const cursor = new Cursor(pattern);
  const { source } = alternatives(cursor, 0);
  if (!cursor.isAtEnd) throw new PatternError('there is a ) without its (');
  return source;
}

/** Up to a `)` or the end. */
function alternatives(cursor: Cursor, depth: number): Translated {
  if (depth > MAX_DEPTH) throw new PatternError('its groups are nested too deeply');
  const branches = [branch(cursor, depth)];
  while (cursor.take('|')) branches.push(branch(cursor, depth));
  return { source: branches.map(({ source }) => source).join('|'), repeats: most(branches) };
}

function branch(cursor: Cursor, depth: number): Translated {
  const pieces: Translated[] = [];
  cursor.take('^');
  while (!endsBranch(cursor.peek())) {
    if (cursor.peek() === '$' && endsBranch(cursor.peek(1))) cursor.next();
    else pieces.push(piece(cursor, depth));
  }
  return { source: pieces.map(({ source }) => source).join(''), repeats: most(pieces) };
}

const endsBranch = (character: string) => character === '' || character === '|' || character === ')';
const most = (parts: readonly Translated[]) => Math.max(1, ...parts.map(({ repeats }) => repeats));

function piece(cursor: Cursor, depth: number): Translated {
  const { source, repeats: inner } = atom(cursor, depth);
  const { source: quantifier, repeats } = quantifierAt(cursor);
  if (repeats * inner > MAX_REPEATS) throw new PatternError(`it repeats something more than ${MAX_REPEATS} times`);
  return { source: source + quantifier, repeats: repeats * inner };
}

function atom(cursor: Cursor, depth: number): Translated {
  const character = cursor.next();
  if (character === '(') {
    const { source, repeats } = alternatives(cursor, depth + 1);
    if (!cursor.take(')')) throw new PatternError('there is a ( without its )');
    return { source: `(?:${source})`, repeats };
  }
  if ('?*+{'.includes(character)) throw new PatternError(`there is nothing that the ${character} could repeat`);
  if (character === ']') throw new PatternError('there is a ] without its [');
  return { source: single(character, cursor), repeats: 1 };
}

function single(character: string, cursor: Cursor): string {
  if (character === '[') return classAt(cursor, 0);
  if (character === '.') return '[^\\n\\r]';
  return character === '\\' ? escapeAt(cursor).source : literal(character);
}

function quantifierAt(cursor: Cursor): Translated {
  for (const sign of ['?', '*', '+']) {
    if (cursor.take(sign)) return { source: sign, repeats: 1 };
  }
  if (!cursor.take('{')) return { source: '', repeats: 1 };
  const [, min = '', comma = '', max = ''] = /^(\d{1,9})(,?)(\d{0,9})$/.exec(cursor.upTo('}')) ?? [];
  if (min === '' || (comma === '' && max !== '')) throw new PatternError('a quantifier must be {n}, {n,} or {n,m}');
  if (max !== '' && Number(max) < Number(min)) throw new PatternError('a quantifier {n,m} has an m less than its n');
  return { source: `{${min}${comma}${max}}`, repeats: Math.max(1, Number(min), Number(max)) };
}
