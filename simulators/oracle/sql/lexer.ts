import { OracleError } from '#simulators/oracle/engine.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'bind' | 'symbol';
  /** As written. */
  readonly text: string;
  /** A word in capitals; a bind's name without its colon; else as written. */
  readonly word: string;
  /** 0-based position in the statement. */
  readonly at: number;
}

/** Alternatives in the order in which they are tried; the groups are named after the kinds of token. */
const PATTERN = new RegExp(
  [
    String.raw`(?<space>\s+|--[^\n]*|/\*[\s\S]*?\*/)`,
    "(?<string>'(?:[^']|'')*')",
    '(?<quoted>"[^"]+")',
    String.raw`(?<bind>:\s*(?:[A-Za-z][\w$#]*|\d+))`,
    String.raw`(?<word>[\p{L}_][\p{L}\w$#]*)`,
    String.raw`(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<symbol>\|\||<=|>=|<>|!=|:=|=>|[-+*/(),.;=<>])`,
  ].join('|'),
  'uy',
);

/**
 * The words of an Oracle statement, without spaces and comments.
 * @throws {OracleError} ORA-00911 at a character that begins nothing, ORA-01756 at a string that does not end.
 */
export function lex(sql: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  while (pattern.lastIndex < sql.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(sql)?.groups;
    if (groups === undefined) throw unreadable(sql, at);
    const [kind, text] = Object.entries(groups).find(([, matched]) => matched !== undefined) ?? ['space', ''];
    if (kind !== 'space') tokens.push({ kind: kind as Token['kind'], text, word: wordOf(kind, text), at });
  }
  return tokens;
}

function wordOf(kind: string, text: string): string {
  if (kind === 'word') return text.toUpperCase();
  return kind === 'bind' ? text.slice(1).trim().toUpperCase() : text;
}

function unreadable(sql: string, at: number): OracleError {
  return sql.charAt(at) === "'"
    ? new OracleError(1756, 'quoted string not properly terminated', at)
    : new OracleError(911, 'invalid character', at);
}
