import { OracleError } from '#simulators/oracle/engine.ts';
import type { Token } from '#simulators/oracle/sql/lexer.ts';

/** From the first token, up to the token after the last. */
export type Range = [from: number, to: number];

/**
 * The closing bracket of each opening one, by index.
 * @throws {OracleError} ORA-00907 or ORA-00933 where one lacks the other.
 */
export function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ text, at }, index) => {
    if (text === '(') open.push(index);
    if (text !== ')') return;
    const opening = open.pop();
    if (opening === undefined) throw new OracleError(933, 'SQL command not properly ended', at);
    closing.set(opening, index);
  });
  if (open.length > 0) throw new OracleError(907, 'missing right parenthesis', tokens.at(-1)?.at ?? 0);
  return closing;
}

/** Which occurrence of a bind stands at an index. */
export function bindOrdinals(tokens: readonly Token[]): Map<number, number> {
  const indexes = tokens.flatMap((token, index) => (token.kind === 'bind' ? [index] : []));
  return new Map(indexes.map((index, ordinal) => [index, ordinal]));
}

/** The parts of a range between its commas; commas in brackets are theirs. */
export function splitByComma(
  tokens: readonly Token[],
  closing: ReadonlyMap<number, number>,
  [from, to]: Range,
): Range[] {
  const ranges: Range[] = [];
  let start = from;
  for (let index = from; index < to; index = (closing.get(index) ?? index) + 1) {
    if (tokens[index]?.text !== ',') continue;
    ranges.push([start, index]);
    start = index + 1;
  }
  return [...ranges, [start, to]];
}
