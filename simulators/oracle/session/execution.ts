import { isDeepStrictEqual } from 'node:util';
import { type EngineSession, type ExecuteResult, OracleError, type OutValue } from '#simulators/oracle/engine.ts';
import {
  type BatchError,
  type CallEnd,
  type CallStatus,
  endOfFetch,
  writeCallEnd,
} from '#simulators/oracle/messages/call-end.ts';
import { EXECUTE_FLAG_ROW_COUNTS, EXECUTE_OPTION } from '#simulators/oracle/messages/codes.ts';
import { writeDescribe } from '#simulators/oracle/messages/describe.ts';
import type { ExecuteCall, Statement } from '#simulators/oracle/messages/execute.ts';
import {
  BIND_DIRECTION,
  type OutValueSinks,
  writeIoVector,
  writeIterationCounts,
  writeOutRow,
  writeReturningRow,
} from '#simulators/oracle/messages/io-vector.ts';
import { isLob, writeRows } from '#simulators/oracle/messages/rows.ts';
import type { Cursor, CursorTable } from '#simulators/oracle/session/cursors.ts';
import type { LobStore } from '#simulators/oracle/session/lobs.ts';
import { MessageWriter } from '#simulators/oracle/wire/writer.ts';

export interface ExecutionContext {
  readonly database: EngineSession;
  readonly cursors: CursorTable;
  readonly lobs: LobStore;
  /** As it is now: ask when the work is done. */
  status(): CallStatus;
  /** Any error of the engine as the client shall see it. */
  toOracleError(error: unknown): OracleError;
}

/**
 * Serves an EXECUTE or RE-EXECUTE.
 * @returns the reply
 * @throws whatever the engine throws; a cursor that was opened for the statement is closed again
 */
export async function execute(call: ExecuteCall, context: ExecutionContext, signal: AbortSignal): Promise<Buffer> {
  const { cursors } = context;
  const cursor = call.statement ? cursors.open(call.statement, call.cursorId) : cursors.get(call.cursorId);
  try {
    return await executeOn(cursor, call, context, signal);
  } catch (error) {
    if (call.statement) cursors.close(cursor.id);
    throw error;
  }
}

async function executeOn(
  cursor: Cursor,
  call: ExecuteCall,
  context: ExecutionContext,
  signal: AbortSignal,
): Promise<Buffer> {
  if (call.binds) cursor.binds = call.binds;
  if (call.defines) {
    cursor.defines = call.defines;
    return finish(new MessageWriter(), context, { cursorId: cursor.id });
  }
  if (!cursor.statement) return fetch(cursor, call.fetchSize, context);
  if (has(call, EXECUTE_OPTION.EXECUTE)) return run(call, cursor, cursor.statement, context, signal);
  if (has(call, EXECUTE_OPTION.DESCRIBE_ONLY)) {
    const columns = await context.database.describe(cursor.statement.prepared);
    if (columns) cursor.columns = columns;
  }
  const writer = new MessageWriter();
  if (cursor.columns) writeDescribe(writer, cursor.columns);
  return finish(writer, context, { cursorId: cursor.id });
}

/** The next rows of a cursor. @returns the reply @throws {OracleError} ORA-01001 where there is nothing to fetch from */
export function fetch(cursor: Cursor, count: number, context: ExecutionContext, writer = new MessageWriter()): Buffer {
  if (!cursor.columns) throw new OracleError(1001, 'invalid cursor');
  const rows = cursor.unread.splice(0, count);
  writeRows(writer, { columns: cursor.columns, defines: cursor.defines }, rows, (content) =>
    context.lobs.keep(content),
  );
  cursor.sentCount += rows.length;
  const end = { cursorId: cursor.id, rowCount: cursor.sentCount };
  return finish(writer, context, cursor.unread.length > 0 ? end : { ...end, error: endOfFetch() });
}

async function run(
  call: ExecuteCall,
  cursor: Cursor,
  statement: Statement,
  context: ExecutionContext,
  signal: AbortSignal,
): Promise<Buffer> {
  const results: ExecuteResult[] = [];
  const batchErrors: BatchError[] = [];
  for (let iteration = 0; iteration < call.iterations; iteration += 1) {
    try {
      results.push(await context.database.execute(statement.prepared, call.rows[iteration] ?? [], signal));
    } catch (reason) {
      if (!has(call, EXECUTE_OPTION.BATCH_ERRORS) || signal.aborted) throw reason;
      batchErrors.push({ iteration, error: context.toOracleError(reason) });
      results.push({ rowCount: 0 });
    }
  }
  if (has(call, EXECUTE_OPTION.COMMIT) && batchErrors.length === 0) await context.database.commit();
  const [first] = results;
  if (first?.columns) return replyToQuery(call, cursor, first, context);
  return replyToChange(call, cursor, statement, results, batchErrors, context);
}

function replyToQuery(
  call: ExecuteCall,
  cursor: Cursor,
  { columns = [], rows = [] }: ExecuteResult,
  context: ExecutionContext,
): Buffer {
  const writer = new MessageWriter();
  if (call.statement || !isDeepStrictEqual(cursor.columns, columns)) {
    writeDescribe(writer, columns);
    delete cursor.defines; // they were for other columns
  }
  Object.assign(cursor, { columns, unread: [...rows], sentCount: 0 } satisfies Partial<Cursor>);
  const waitsForDefines = columns.some(isLob) && !cursor.defines; // the client first says how it wants its LOBs
  if (!has(call, EXECUTE_OPTION.FETCH) || waitsForDefines) return finish(writer, context, { cursorId: cursor.id });
  return fetch(cursor, call.fetchSize, context, writer);
}

function replyToChange(
  call: ExecuteCall,
  cursor: Cursor,
  { prepared }: Statement,
  results: readonly ExecuteResult[],
  batchErrors: readonly BatchError[],
  context: ExecutionContext,
): Buffer {
  const writer = new MessageWriter();
  const sinks: OutValueSinks = {
    keepLob: (content) => context.lobs.keep(content),
    openCursor: (refCursor) => context.cursors.openRefCursor(refCursor).id,
  };
  const returnMetas = prepared.returnBindIndexes.flatMap((index) => cursor.binds[index] ?? []);
  if (returnMetas.length > 0) {
    for (const { returning = [] } of results) writeReturningRow(writer, returnMetas, returning, sinks);
  }
  if (prepared.kind === 'plsql' && cursor.binds.length > 0) writeOutBinds(writer, cursor, results, sinks);
  if ((call.flags & EXECUTE_FLAG_ROW_COUNTS) !== 0)
    writeIterationCounts(
      writer,
      results.map(({ rowCount }) => rowCount),
    );
  const end: CallEnd = { cursorId: cursor.id, rowCount: sumOfRowCounts(results), batchErrors };
  if (batchErrors.length === 0) return finish(writer, context, end);
  return finish(writer, context, { ...end, error: new OracleError(24381, 'error(s) in array DML') });
}

/** The directions of a block's binds, which the cursor remembers, and a row of values for each iteration. */
function writeOutBinds(
  writer: MessageWriter,
  cursor: Cursor,
  results: readonly ExecuteResult[],
  sinks: OutValueSinks,
): void {
  const declared = new Map(results.flatMap(({ outBinds = [] }) => outBinds.map((bind) => [bind.index, bind])));
  cursor.directions = cursor.binds.map((_, index) => {
    const bind = declared.get(index);
    if (!bind) return BIND_DIRECTION.IN;
    return bind.alsoIn ? BIND_DIRECTION.IN_OUT : BIND_DIRECTION.OUT;
  });
  writeIoVector(writer, cursor.directions);
  if (declared.size === 0) return;
  for (const { outBinds = [] } of results) {
    const values = new Map<number, OutValue>(outBinds.map(({ index, value }) => [index, value]));
    const outs = cursor.binds.flatMap((meta, index) =>
      declared.has(index) ? [{ meta, value: values.get(index) ?? null }] : [],
    );
    writeOutRow(writer, outs, sinks);
  }
}

function finish(writer: MessageWriter, { status }: ExecutionContext, end: CallEnd): Buffer {
  return writeCallEnd(writer, status(), end).finish();
}

function has({ options }: ExecuteCall, bit: number): boolean {
  return (options & bit) !== 0;
}

function sumOfRowCounts(results: readonly ExecuteResult[]): number {
  return results.reduce((sum, { rowCount }) => sum + rowCount, 0);
}
