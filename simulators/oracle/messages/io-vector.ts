import {
  type BindMeta,
  ORACLE_TYPES,
  OracleError,
  type OraValue,
  type OutValue,
  type RefCursor,
} from '#simulators/oracle/engine.ts';
import { MESSAGE } from '#simulators/oracle/messages/codes.ts';
import { writeColumns } from '#simulators/oracle/messages/describe.ts';
import { isLob, type LobSink, writeLob } from '#simulators/oracle/messages/rows.ts';
import { encodeValue } from '#simulators/oracle/wire/value.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

export const BIND_DIRECTION = { OUT: 16, IN: 32, IN_OUT: 48 } as const;

/** Where values that are read later go. */
export interface OutValueSinks {
  readonly keepLob: LobSink;
  /** @returns the id of the cursor that was opened on it. */
  openCursor(cursor: RefCursor): number;
}

/** The IO VECTOR message: the direction of every bind of a PL/SQL block, which the client did not know. */
export function writeIoVector(writer: MessageWriter, directions: readonly number[]): void {
  writer.uint8(MESSAGE.IO_VECTOR).uint8(0);
  writer.integers(directions.length, 0, 1, 0, 0, 0);
  for (const direction of directions) writer.uint8(direction);
}

/** One row of OUT values, in the order of the binds. */
export function writeOutRow(
  writer: MessageWriter,
  outs: readonly { meta: BindMeta; value: OutValue }[],
  sinks: OutValueSinks,
): void {
  writer.uint8(MESSAGE.ROW_DATA);
  for (const { meta, value } of outs) {
    if (Array.isArray(value)) {
      writer.integer(value.length);
      for (const element of value) writeOutValue(writer, meta, element, sinks);
    } else {
      writeOutValue(writer, meta, value, sinks);
    }
  }
}

/** One row of a DML statement's RETURNING values: for each target as many as rows were changed. */
export function writeReturningRow(
  writer: MessageWriter,
  metas: readonly BindMeta[],
  values: readonly OraValue[][],
  sinks: OutValueSinks,
): void {
  writer.uint8(MESSAGE.ROW_DATA);
  for (const [index, meta] of metas.entries()) {
    const ofTarget = values[index] ?? [];
    writer.integer(ofTarget.length);
    for (const value of ofTarget) writeOutValue(writer, meta, value, sinks);
  }
}

/** A value, then its true length where it was cut, which never happens here: 0. */
function writeOutValue(writer: MessageWriter, meta: BindMeta, value: OraValue | RefCursor, sinks: OutValueSinks): void {
  if (meta.type === ORACLE_TYPES.REF_CURSOR) writeRefCursor(writer, value, sinks);
  else if (isRefCursor(value)) throw new OracleError(932, 'inconsistent datatypes');
  else if (isLob(meta)) writeLob(writer, value, sinks.keepLob);
  else writer.bytes(fitting(encodeValue(value, meta), meta));
  writer.integer(0);
}

function writeRefCursor(writer: MessageWriter, value: OraValue | RefCursor, sinks: OutValueSinks): void {
  if (!isRefCursor(value)) throw new OracleError(932, 'inconsistent datatypes');
  writer.uint8(1);
  writeColumns(writer, value.columns);
  writer.integer(sinks.openCursor(value));
}

function isRefCursor(value: OutValue): value is RefCursor {
  return value !== null && typeof value === 'object' && 'columns' in value;
}

/** @throws {OracleError} ORA-06502 where the client's buffer is too small. */
function fitting(bytes: Buffer | null, { type, maxSize }: BindMeta): Buffer | null {
  const isSized = type === ORACLE_TYPES.VARCHAR || type === ORACLE_TYPES.CHAR || type === ORACLE_TYPES.RAW;
  if (isSized && bytes && bytes.length > maxSize) {
    throw new OracleError(6502, 'PL/SQL: numeric or value error: character string buffer too small');
  }
  return bytes;
}

/** The row counts of an array execution, one per iteration. */
export function writeIterationCounts(writer: MessageWriter, counts: readonly number[]): void {
  writer.uint8(MESSAGE.PARAMETER).integers(0, 0, 0, 0, counts.length, ...counts);
}
