import { type BindMeta, type ColumnMeta, ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { MAX_STRING_LENGTH, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import { charsetFormOf } from '#simulators/oracle/messages/describe.ts';
import { LOB_CHUNK_SIZE } from '#simulators/oracle/messages/lob.ts';
import { CHARSET_FORM, encodeValue, type ValueType } from '#simulators/oracle/wire/value.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

/** Keeps the content of a LOB; @returns its locator. */
export type LobSink = (content: string | Buffer) => Buffer;

export interface RowLayout {
  readonly columns: readonly ColumnMeta[];
  /** How the client wants its columns, where it said so. */
  readonly defines?: readonly BindMeta[] | undefined;
}

export function isLob({ type }: { readonly type: number }): boolean {
  return type === ORACLE_TYPES.CLOB || type === ORACLE_TYPES.BLOB;
}

/** A ROW HEADER and a ROW DATA message for each row. */
export function writeRows(
  writer: MessageWriter,
  layout: RowLayout,
  rows: readonly OraValue[][],
  keepLob: LobSink,
): void {
  if (rows.length === 0) return;
  writer.uint8(MESSAGE.ROW_HEADER).uint8(0);
  writer.integers(layout.columns.length, 0, rows.length, 0, 0, 0); // iteration, buffer, bit vector, row identifier
  for (const row of rows) {
    writer.uint8(MESSAGE.ROW_DATA);
    for (const [index, column] of layout.columns.entries()) {
      writeCell(writer, column, layout.defines?.[index], row[index] ?? null, keepLob);
    }
  }
}

function writeCell(
  writer: MessageWriter,
  column: ColumnMeta,
  define: BindMeta | undefined,
  value: OraValue,
  keepLob: LobSink,
): void {
  const isFetchedAsLong = define !== undefined && isLong(define);
  if (isLob(column) && !isFetchedAsLong) {
    writeLob(writer, value, keepLob);
    return;
  }
  const type: ValueType = {
    type: column.type,
    charsetForm: isLob(column) ? CHARSET_FORM.DATABASE : charsetFormOf(column),
  };
  writer.bytes(encodeValue(value, type));
  if (isFetchedAsLong || isLong(column) || column.maxSize > MAX_STRING_LENGTH) writer.integers(0, 0); // null indicator, return code
}

function isLong({ type }: { readonly type: number }): boolean {
  return type === ORACLE_TYPES.LONG || type === ORACLE_TYPES.LONG_RAW;
}

/** A LOB as its locator: the client reads the content by LOB operations. NULL is a zero; an empty LOB is not NULL. */
export function writeLob(writer: MessageWriter, value: OraValue, keepLob: LobSink): void {
  if (value === null) {
    writer.integer(0);
    return;
  }
  const content = Buffer.isBuffer(value) ? value : String(value);
  const locator = keepLob(content);
  writer.integers(locator.length, content.length, LOB_CHUNK_SIZE).bytes(locator);
}
