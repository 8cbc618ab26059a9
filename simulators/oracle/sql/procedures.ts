import { OracleError, type OraValue, type OutValue, type RefCursor } from '#simulators/oracle/engine.ts';
import type { Token } from '#simulators/oracle/sql/lexer.ts';

/** What a procedure works with: statements of the same dialect in the caller's session, with string or NULL binds. */
export interface ProcedureCall {
  /** Values of the IN parameters, by parameter name. */
  readonly arguments: Readonly<Record<string, OraValue>>;
  query(sql: string, binds: readonly (string | null)[]): Promise<RefCursor>;
  /** INSERT, UPDATE or DELETE; gives the number of rows. */
  execute(sql: string, binds: readonly (string | null)[]): Promise<number>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * A stored procedure: it stands where the PL/SQL of a package would, and has the rights of its owner, who may write. What it
 * throws undoes what it has not committed.
 */
export interface Procedure {
  /** `OWNER.PACKAGE.NAME`, in capitals. */
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly mode: 'in' | 'out' }[];
  /** Gives the values of the OUT parameters by name; one that is left out is NULL. */
  run(call: ProcedureCall): Promise<Readonly<Record<string, OutValue>>>;
}

/** One call as written in a block: what is passed for each parameter. */
export interface CallBlock {
  readonly procedure: Procedure;
  /** Distinct bind names, in the order in which they first stand in the block. */
  readonly bindNames: readonly string[];
  readonly passed: ReadonlyMap<string, Passed>;
}

type Passed = { readonly bind: number } | { readonly literal: string | null };

/**
 * Reads `BEGIN [owner.]package.procedure(:a, p_name => :b, 'text'); END;`, the one PL/SQL block that the dialect has.
 * @param owner whose packages need no owner before their name
 * @throws {OracleError} ORA-06550 with PLS-00201 for a procedure that is not there, PLS-00306 for parameters that do not fit,
 * PLS-00103 for any other block.
 */
export function readCallBlock(tokens: readonly Token[], procedures: readonly Procedure[], owner: string): CallBlock {
  const words = tokens.map(({ word }) => word);
  const open = words.indexOf('(');
  const end = open < 0 ? words.indexOf(';') : words.lastIndexOf(')');
  const name = words.slice(1, open < 0 ? end : open).join('');
  if (words[0] !== 'BEGIN' || words.slice(end + (open < 0 ? 0 : 1)).join(' ') !== '; END ;') {
    throw compileError('PLS-00103: only a block that calls one procedure is supported');
  }
  const procedure = procedures.find((each) => each.name === name || each.name === `${owner}.${name}`);
  if (procedure === undefined) throw compileError(`PLS-00201: identifier '${name}' must be declared`);

  const bindNames = [...new Set(tokens.filter(({ kind }) => kind === 'bind').map(({ word }) => word))];
  const passed = new Map<string, Passed>();
  const written = open < 0 ? [] : splitByComma(tokens.slice(open + 1, end));
  written.forEach((argument, position) => {
    const named = argument[1]?.text === '=>';
    const parameter = named ? argument[0]?.word : procedure.parameters[position]?.name;
    const value = readValue(argument.slice(named ? 2 : 0), bindNames);
    if (parameter === undefined || value === null) throw wrongParameters(procedure);
    passed.set(parameter, value);
  });
  const fits = procedure.parameters.every(({ name, mode }) => {
    const value = passed.get(name);
    return value !== undefined && (mode === 'in' || 'bind' in value);
  });
  if (!fits || passed.size !== procedure.parameters.length) throw wrongParameters(procedure);
  return { procedure, bindNames, passed };
}

function splitByComma(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function readValue([token, ...rest]: readonly Token[], bindNames: readonly string[]): Passed | null {
  if (token === undefined || rest.length > 0) return null;
  if (token.kind === 'bind') return { bind: bindNames.indexOf(token.word) };
  if (token.word === 'NULL') return { literal: null };
  if (token.kind === 'string') return { literal: token.text.slice(1, -1).replaceAll("''", "'") || null };
  return token.kind === 'number' ? { literal: token.text } : null;
}

function wrongParameters({ name }: Procedure): OracleError {
  return compileError(`PLS-00306: wrong number or types of arguments in call to '${name.split('.').at(-1)}'`);
}

function compileError(message: string): OracleError {
  return new OracleError(6550, `line 1, column 7:\n${message}`);
}
