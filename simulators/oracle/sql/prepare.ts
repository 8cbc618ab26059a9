import { OracleError, type Prepared } from '#simulators/oracle/engine.ts';
import { lex, type Token } from '#simulators/oracle/sql/lexer.ts';
import { type CallBlock, type Procedure, readCallBlock } from '#simulators/oracle/sql/procedures.ts';
import { type Piece, translate } from '#simulators/oracle/sql/translate.ts';

/** What a session does with a statement. */
export type Plan =
  | { readonly action: 'run'; readonly kind: 'query' | 'dml' | 'ddl'; readonly pieces: readonly Piece[] }
  | { readonly action: 'call'; readonly block: CallBlock }
  | { readonly action: 'commit' | 'rollback' | 'nothing' };

export interface PreparedPlan extends Prepared {
  readonly data: Plan;
}

const KINDS: Readonly<Record<string, 'query' | 'dml' | 'ddl'>> = {
  SELECT: 'query',
  WITH: 'query',
  '(': 'query',
  INSERT: 'dml',
  UPDATE: 'dml',
  DELETE: 'dml',
  CREATE: 'ddl',
  ALTER: 'ddl',
  DROP: 'ddl',
  TRUNCATE: 'ddl',
  COMMENT: 'ddl',
};

/** @throws {OracleError} ORA-00900 for a statement that the dialect does not have, else as `lex`, `translate` and `readCallBlock`. */
export function prepare(sql: string, procedures: readonly Procedure[], owner: string): PreparedPlan {
  const tokens = lex(sql);
  const first = tokens[0]?.word ?? '';
  if (first === 'BEGIN') {
    return prepared('plsql', { action: 'call', block: readCallBlock(tokens, procedures, owner) });
  }
  if (first === 'COMMIT') return prepared('other', { action: 'commit' });
  if (first === 'ROLLBACK' && tokens.length === 1) return prepared('other', { action: 'rollback' });
  // Zone and formats of a session have no effect: dates leave through TO_CHAR.
  if (first === 'ALTER' && tokens[1]?.word === 'SESSION') return prepared('ddl', { action: 'nothing' });
  const kind = KINDS[first];
  if (kind === undefined) throw new OracleError(900, 'invalid SQL statement');
  return prepared(kind, { action: 'run', kind, pieces: translate(withoutTerminator(tokens)) });
}

function prepared(kind: Prepared['kind'], data: Plan): PreparedPlan {
  return { kind, returnBindIndexes: [], data };
}

function withoutTerminator(tokens: Token[]): Token[] {
  return tokens.at(-1)?.text === ';' ? tokens.slice(0, -1) : tokens;
}
