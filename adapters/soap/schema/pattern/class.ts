import { type Cursor, PatternError } from '#adapters/soap/schema/pattern/cursor.ts';
import { escapeAt, literal } from '#adapters/soap/schema/pattern/escapes.ts';

const MAX_DEPTH = 20;

/** A character class behind its `[`, with ranges, escapes and subtraction: `[a-z-[aeiou]]` (part 2 appendix F.1). @throws PatternError */
export function classAt(cursor: Cursor, depth: number): string {
  if (depth > MAX_DEPTH) throw new PatternError('its classes are nested too deeply');
  const isNegative = cursor.take('^');
  let inside = '';
  let less = '';
  while (!cursor.take(']')) {
    if (less !== '') throw new PatternError('a subtracted class must be the last in its class');
    if (inside !== '' && cursor.peek() === '-' && cursor.peek(1) === '[') {
      cursor.next();
      cursor.next();
      less = classAt(cursor, depth + 1);
    } else {
      inside += memberAt(cursor);
    }
  }
  if (inside === '') throw new PatternError('a class [] is empty');
  const own = `[${isNegative ? '^' : ''}${inside}]`;
  return less === '' ? own : `[${own}--${less}]`;
}

/** A character, a range or an escape. */
function memberAt(cursor: Cursor): string {
  const first = characterAt(cursor);
  if (first.character === null) return first.source;
  const isRange = cursor.peek() === '-' && cursor.peek(1) !== ']' && cursor.peek(1) !== '[' && cursor.peek(1) !== '';
  if (!isRange) return first.source;
  cursor.next();
  const last = characterAt(cursor);
  if (last.character === null) return `${first.source}${literal('-')}${last.source}`;
  if ((last.character.codePointAt(0) ?? 0) < (first.character.codePointAt(0) ?? 0)) {
    throw new PatternError('a range in a class ends before it begins');
  }
  return `${first.source}-${last.source}`;
}

/** @returns with `character` `null` where it is a class of them */
function characterAt(cursor: Cursor): { readonly source: string; readonly character: string | null } {
  const character = cursor.next();
  if (character === '[') throw new PatternError('a [ within a class must be \\[');
  return character === '\\' ? escapeAt(cursor) : { source: literal(character), character };
}
