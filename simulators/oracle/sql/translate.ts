import { OracleError } from '#simulators/oracle/engine.ts';
import type { Token } from '#simulators/oracle/sql/lexer.ts';
import { bindOrdinals, matchBrackets, type Range, splitByComma } from '#simulators/oracle/sql/structure.ts';

/** A bit of PostgreSQL text, with the place in the Oracle text that it comes from. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  /** The bind that stands here, counted by occurrence; `text` is then not used. */
  readonly bind?: number;
  /** Nothing beside the bind tells its type, as in `:x IS NULL`; a string is then a VARCHAR2. */
  readonly alone?: boolean;
  /** `text` names a column that is compared with this bind: a CHAR column is padded for a CHAR bind, but not for a VARCHAR2 bind. */
  readonly comparedWith?: number;
}

/** Words that PostgreSQL calls otherwise. All are reserved in Oracle or names of its functions, so that no column has such a name. */
const WORDS: Readonly<Record<string, string>> = {
  MINUS: 'EXCEPT',
  NVL: 'COALESCE',
  SYSDATE: 'oracle.sysdate()',
  SYSTIMESTAMP: 'clock_timestamp()',
  VARCHAR2: 'varchar',
  NUMBER: 'numeric',
  DATE: 'timestamp(0)',
  // The longest varchar there is: a view or an expression over it still tells its type by its length.
  CLOB: 'varchar(10485760)',
};

const COMPARISONS = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', 'LIKE', 'IN']);

/**
 * Oracle tokens to PostgreSQL pieces: everything stays as it is but what the folder's README lists.
 * @throws {OracleError} ORA-00907 for a missing bracket, ORA-03001 for a use of ROWNUM or RETURNING that is not translated.
 */
export function translate(tokens: readonly Token[]): Piece[] {
  const closing = matchBrackets(tokens);
  const ordinals = bindOrdinals(tokens);
  const pieces: Piece[] = [];
  let assigning = false;

  const emit = (text: string, token: Token) => pieces.push({ text, at: token.at });
  const word = (index: number) => tokens[index]?.word;
  const bindAt = (index: number) => ordinals.get(index);

  /** Translates `tokens[from, to)`; a limit that ROWNUM sets goes to its end, the end of the query that it stands in. */
  function range(from: number, to: number): void {
    let limit: number | undefined;
    for (let index = from; index < to; ) {
      if (word(index) === 'ROWNUM') {
        limit = index;
        index = rownum(index);
      } else index = step(index);
    }
    if (limit !== undefined) emitLimit(limit);
  }

  /** Translates what begins at `index` and gives the index after it. */
  function step(index: number): number {
    const token = tokens[index] as Token;
    if (token.word === 'SET') assigning = true;
    if (token.word === 'WHERE') assigning = false;
    if (token.word === 'RETURNING') throw new OracleError(3001, 'unimplemented feature', token.at);
    const close = closing.get(index);
    if (close !== undefined) return bracket(index, close);
    const bind = bindAt(index);
    if (bind !== undefined) {
      emitBind(index, word(index + 1) === 'IS');
      return index + 1;
    }
    return call(index) ?? column(index) ?? single(token, index);
  }

  function bracket(open: number, close: number): number {
    emit('(', tokens[open] as Token);
    range(open + 1, close);
    emit(')', tokens[close] as Token);
    return close + 1;
  }

  function emitBind(index: number, alone: boolean): void {
    pieces.push({ text: '', at: tokens[index]?.at ?? 0, bind: bindAt(index) ?? 0, alone });
  }

  function single(token: Token, index: number): number {
    if (token.kind === 'string') emit(token.text === "''" ? 'NULL' : token.text, token);
    else if (token.kind === 'quoted') emit(identifier(token), token);
    else emit(WORDS[token.word] ?? token.text, token);
    const sized = (token.word === 'VARCHAR2' || token.word === 'CHAR') && closing.get(index + 1) === index + 4;
    if (!sized) return index + 1;
    emit(`(${word(index + 2)})`, token); // VARCHAR2(20 CHAR), VARCHAR2(20 BYTE)
    return index + 5;
  }

  /** Functions that become syntax. */
  function call(index: number): number | null {
    const token = tokens[index] as Token;
    const close = closing.get(index + 1);
    if (close === undefined || tokens[index - 1]?.text === '.') return null;
    const parts = splitByComma(tokens, closing, [index + 2, close]);
    if (token.word === 'DECODE') decode(token, parts);
    else if (token.word === 'NVL2') conditional(token, parts);
    else if (token.word === 'TRIM' && !tokens.slice(index + 2, close).some(({ word }) => word === 'FROM')) {
      emit('oracle.trimmed', token);
      return index + 1;
    } else return null;
    return close + 1;
  }

  /** DECODE(value, search, result, ..., otherwise); NULL equals NULL here. */
  function decode(token: Token, [value, ...rest]: Range[]): void {
    emit('CASE', token);
    while (rest.length > 1) {
      const [search, result] = rest.splice(0, 2);
      emitAll(token, ['WHEN (', value, ') IS NOT DISTINCT FROM', search, 'THEN', result]);
    }
    emitAll(token, rest.length > 0 ? ['ELSE', rest[0], 'END'] : ['END']);
  }

  function conditional(token: Token, [value, present, absent]: Range[]): void {
    emitAll(token, ['CASE WHEN (', value, ') IS NOT NULL THEN', present, 'ELSE', absent, 'END']);
  }

  function emitAll(token: Token, parts: (string | Range | undefined)[]): void {
    for (const part of parts) {
      if (part === undefined) throw new OracleError(938, 'not enough arguments for function', token.at);
      if (typeof part === 'string') emit(part, token);
      else if (bindAt(part[0]) !== undefined && part[1] === part[0] + 1) emitBind(part[0], true);
      else range(...part);
    }
  }

  /** `column = :bind`, `owner.column IN (:bind, ...)` and the like; not where a column is assigned. */
  function column(index: number): number | null {
    const token = tokens[index] as Token;
    if ((token.kind !== 'word' && token.kind !== 'quoted') || token.word === 'NOT' || assigning) return null;
    let end = index + 1;
    while (word(end) === '.' && end + 1 < tokens.length) end += 2;
    const operator = word(end) === 'NOT' ? end + 1 : end;
    if (!COMPARISONS.has(word(operator) ?? '')) return null;
    const comparedWith = bindAt(operator + 1) ?? (word(operator + 1) === '(' ? bindAt(operator + 2) : undefined);
    if (comparedWith === undefined) return null;
    const text = tokens.slice(index, end).map(identifier).join('');
    pieces.push({ text, at: token.at, comparedWith });
    return end;
  }

  /** `ROWNUM <= n`: true of every row here, since the limit stands at the end. */
  function rownum(index: number): number {
    const token = tokens[index] as Token;
    const value = tokens[index + 2];
    const operator = word(index + 1) ?? '';
    const limits = operator === '<=' || operator === '<' || (operator === '=' && value?.text === '1');
    if (!limits || (value?.kind !== 'bind' && value?.kind !== 'number')) {
      throw new OracleError(3001, 'unimplemented feature', token.at);
    }
    emit('TRUE', token);
    return index + 3;
  }

  function emitLimit(index: number): void {
    const token = tokens[index] as Token;
    emit('LIMIT', token);
    step(index + 2);
    if (word(index + 1) === '<') emit('- 1', token);
  }

  range(0, tokens.length);
  return pieces;
}

/** Names without quotes are capitals in Oracle and small letters in PostgreSQL; quoted capitals are the same names. */
function identifier(token: Token): string {
  return token.kind === 'quoted' && token.text === token.text.toUpperCase() ? token.text.toLowerCase() : token.text;
}
