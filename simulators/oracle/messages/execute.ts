import { type BindMeta, type BindValue, OracleError, type Prepared } from '#simulators/oracle/engine.ts';
import { type BindRowLayout, type LobSource, readBindMetas, readBindRows } from '#simulators/oracle/messages/bind.ts';
import { EXECUTE_OPTION, FUNCTION, REEXECUTE_FLAG_COMMIT } from '#simulators/oracle/messages/codes.ts';
import { BIND_DIRECTION } from '#simulators/oracle/messages/io-vector.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';

/** Position of the flags among the 13 parameters of an execute; the iterations are the second of them. */
const PARAMETER_FLAGS = 9;

export interface Statement {
  readonly sql: string;
  readonly prepared: Prepared;
}

/** What an execute refers to on an open cursor. */
export interface CursorShape {
  /** Absent for a REF CURSOR, which can only be fetched from. */
  readonly statement?: Statement;
  readonly binds: readonly BindMeta[];
  readonly directions?: readonly number[];
}

/** What must be known to read an execute, whose layout depends on the statement. */
export interface ExecuteContext {
  cursor(id: number): CursorShape | undefined;
  prepare(sql: string): Prepared;
  readonly lobs: LobSource;
}

/** A full execute, or a re-execution, which is one that says less. */
export interface ExecuteCall {
  readonly kind: 'execute';
  /** Bits of EXECUTE_OPTION. */
  readonly options: number;
  /** 0 for a cursor to be opened. */
  readonly cursorId: number;
  /** The statement to parse; absent where the cursor has one. */
  readonly statement?: Statement;
  /** Absent: as they were in the cursor's last full execute. */
  readonly binds?: readonly BindMeta[];
  readonly defines?: readonly BindMeta[];
  /** One row per iteration, or none where no bind sends a value. */
  readonly rows: readonly BindValue[][];
  readonly iterations: number;
  /** How many rows to send along with the reply. */
  readonly fetchSize: number;
  readonly flags: number;
}

/**
 * EXECUTE (94), with or without parse, binds, defines, execution and fetch.
 * @throws {OracleError} ORA-01001 for an unknown cursor, or what the engine says of the statement.
 */
export function readExecute(reader: MessageReader, context: ExecuteContext): ExecuteCall {
  const options = reader.integer();
  const cursorId = reader.integer();
  reader.skip(1);
  reader.integer(); // length of the SQL text
  reader.skip(1);
  const parameterCount = reader.integer();
  reader.skip(3);
  const fetchSize = reader.integer();
  reader.integer(); // longest LONG
  reader.skip(1);
  const bindCount = reader.integer();
  reader.skip(6);
  const defineCount = reader.integer();
  skipUnusedPointers(reader);
  const statement = (options & EXECUTE_OPTION.PARSE) !== 0 ? parse(reader.text(), context) : undefined;
  const parameters: number[] = [];
  while (parameters.length < parameterCount) parameters.push(reader.integer());

  const cursor = cursorId === 0 ? undefined : context.cursor(cursorId);
  if (!statement && !cursor) throw new OracleError(1001, 'invalid cursor');
  const call = {
    kind: 'execute',
    options,
    cursorId,
    fetchSize,
    flags: parameters[PARAMETER_FLAGS] ?? 0,
    ...(statement && { statement }),
  } as const;
  if ((options & EXECUTE_OPTION.DEFINE) !== 0) {
    return { ...call, iterations: 0, rows: [], defines: readBindMetas(reader, defineCount) };
  }
  const binds = bindCount > 0 || statement ? readBindMetas(reader, bindCount) : undefined;
  const target = statement ?? cursor?.statement;
  const executes = (options & EXECUTE_OPTION.EXECUTE) !== 0;
  const iterations = target?.prepared.kind === 'query' ? 1 : Math.max(parameters[1] ?? 1, 1);
  const layout = layoutOf(target, binds ?? cursor?.binds ?? []);
  const rows = executes ? readBindRows(reader, layout, iterations, context.lobs) : [];
  return { ...call, iterations, rows, ...(binds && { binds }) };
}

/** RE-EXECUTE (4), and RE-EXECUTE AND FETCH (78): binds are as they were. */
export function readReexecute(reader: MessageReader, functionCode: number, context: ExecuteContext): ExecuteCall {
  const cursorId = reader.integer();
  const count = reader.integer();
  reader.integer();
  const commits = (reader.integer() & REEXECUTE_FLAG_COMMIT) !== 0;
  const cursor = context.cursor(cursorId);
  if (!cursor?.statement) throw new OracleError(1001, 'invalid cursor');
  const fetches = functionCode === FUNCTION.REEXECUTE_AND_FETCH;
  const iterations = cursor.statement.prepared.kind === 'query' ? 1 : Math.max(count, 1);
  const layout = layoutOf(cursor.statement, cursor.binds, cursor.directions);
  return {
    kind: 'execute',
    options: EXECUTE_OPTION.EXECUTE | (fetches ? EXECUTE_OPTION.FETCH : 0) | (commits ? EXECUTE_OPTION.COMMIT : 0),
    cursorId,
    iterations,
    rows: readBindRows(reader, layout, iterations, context.lobs),
    fetchSize: fetches ? count : 0,
    flags: 0,
  };
}

function parse(sql: string, context: ExecuteContext): Statement {
  return { sql, prepared: context.prepare(sql) };
}

/** Pointers to registration, object lists, row counts, SQL signature and chunk identifiers: nothing of it is used here. */
function skipUnusedPointers(reader: MessageReader): void {
  reader.integer();
  reader.skip(3);
  reader.integer();
  reader.skip(1);
  reader.skipIntegers(2);
  for (const trailingBytes of [1, 0, 1, 0]) {
    reader.skip(1);
    reader.integer();
    reader.skip(trailingBytes);
  }
}

function layoutOf(
  statement: Statement | undefined,
  metas: readonly BindMeta[],
  directions: readonly number[] = [],
): BindRowLayout {
  const withoutValue = new Set(statement?.prepared.returnBindIndexes);
  for (const [index, direction] of directions.entries()) if (direction === BIND_DIRECTION.OUT) withoutValue.add(index);
  return { metas, withoutValue, isPlsql: statement?.prepared.kind === 'plsql' };
}
