import { type ColumnMeta, ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import { CHARSET_UTF8, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import { CHARSET_FORM } from '#simulators/oracle/wire/value.ts';
import type { MessageWriter } from '#simulators/oracle/wire/writer.ts';

const CHARACTER_TYPES: ReadonlySet<number> = new Set([
  ORACLE_TYPES.VARCHAR,
  ORACLE_TYPES.CHAR,
  ORACLE_TYPES.LONG,
  ORACLE_TYPES.CLOB,
]);
/** Scale of a NUMBER without precision. */
const SCALE_FLOATING = -127;
const SHORT_NAME_MAX = 30;

/** The DESCRIBE message: the columns of a query. */
export function writeDescribe(writer: MessageWriter, columns: readonly ColumnMeta[]): void {
  writer.uint8(MESSAGE.DESCRIBE).bytes(null);
  writeColumns(writer, columns);
}

/** The body of a DESCRIBE message, which a REF CURSOR value contains too. */
export function writeColumns(writer: MessageWriter, columns: readonly ColumnMeta[]): void {
  writer.integers(0, columns.length); // longest row, number of columns
  if (columns.length > 0) writer.uint8(0);
  for (const [index, column] of columns.entries()) writeColumn(writer, column, index + 1);
  writer.integers(0, 0, 0, 0, 0, 0); // date, four flags, registration
}

function writeColumn(writer: MessageWriter, column: ColumnMeta, position: number): void {
  const charsetForm = charsetFormOf(column);
  writer.uint8(column.type).uint8(0);
  writer.uint8(column.precision ?? 0).uint8(column.scale ?? defaultScale(column));
  writer.integers(column.maxSize, 0, 0, 0, 0); // elements, continuation flags, object identifier, version
  writer.integer(charsetForm === CHARSET_FORM.NONE ? 0 : CHARSET_UTF8).uint8(charsetForm);
  writer.integers(column.size ?? column.maxSize, 0);
  writer.uint8(column.nullable === false ? 0 : 1);
  writer.uint8(Math.min(Buffer.byteLength(column.name), SHORT_NAME_MAX)).sizedText(column.name);
  writer.integers(0, 0, position, 0); // schema and name of an object type, position, flags
}

export function charsetFormOf({ type, charsetForm }: ColumnMeta): number {
  return charsetForm ?? (CHARACTER_TYPES.has(type) ? CHARSET_FORM.DATABASE : CHARSET_FORM.NONE);
}

function defaultScale({ type, precision = 0 }: ColumnMeta): number {
  return type === ORACLE_TYPES.NUMBER && precision === 0 ? SCALE_FLOATING : 0;
}
