import { OracleError } from '#simulators/oracle/engine.ts';
import { lex, type Token } from '#simulators/oracle/sql/lexer.ts';

/**
 * What a statement asks, to count it by: `PACKAGE.PROCEDURE` of a block, else the first table or view after FROM, INTO or UPDATE,
 * without its owner. `OTHER` where there is none.
 */
export function statementName(sql: string): string {
  try {
    const tokens = lex(sql);
    if (tokens[0]?.word === 'BEGIN') return dottedName(tokens, 1).slice(-2).join('.');
    const before = tokens.findIndex(
      ({ word }, index) => ['FROM', 'INTO', 'UPDATE'].includes(word) && tokens[index + 1]?.kind === 'word',
    );
    return (before < 0 ? undefined : dottedName(tokens, before + 1).at(-1)) ?? 'OTHER';
  } catch (error) {
    if (error instanceof OracleError) return 'OTHER'; // the session answers it
    throw error;
  }
}

function dottedName(tokens: readonly Token[], start: number): string[] {
  const parts: string[] = [];
  for (let index = start; tokens[index]?.kind === 'word'; index += 2) {
    parts.push(tokens[index]?.word ?? '');
    if (tokens[index + 1]?.text !== '.') break;
  }
  return parts;
}
