import type { OracleRow } from '#adapters/oracle/fetch.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** The text without the padding of CHAR columns; `null` where there are only blanks. */
export function text(row: OracleRow, column: string): string | null {
  const value = row[column];
  if (value === undefined) throw new UnreadableField(column, 'is no column of the answer');
  return value?.trim() || null;
}

export function requiredText(row: OracleRow, column: string): string {
  const value = text(row, column);
  if (value === null) throw new UnreadableField(column, 'is missing');
  return value;
}

/** `yyyy-MM-dd`, from `yyyyMMdd`. */
export function legalDate(row: OracleRow, column: string): string | null {
  const value = text(row, column);
  return value === null ? null : readable(column, parseLegalDate(dashed(value)));
}

export function requiredDate(row: OracleRow, column: string): string {
  const date = legalDate(row, column);
  if (date === null) throw new UnreadableField(column, 'is missing');
  return date;
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`, from `yyyyMMddHHmmss`, which is Chinese time, wherever this process runs. */
export function dateTime(row: OracleRow, column: string): string | null {
  const value = text(row, column);
  if (value === null) return null;
  const time = value.slice(8).replace(/^(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3');
  return readable(column, parseDateTime(`${dashed(value.slice(0, 8))}T${time}+08:00`));
}

/** The meaning of a code. An unknown one is an error: the graph has no word for it. */
export function requiredCode<Meaning>(row: OracleRow, column: string, list: ReadonlyMap<string, Meaning>): Meaning {
  const meaning = list.get(requiredText(row, column));
  if (meaning === undefined) throw new UnreadableField(column, 'has an unknown code');
  return meaning;
}

/** What a parser makes of the text; `null` from it is an error. */
export function readable<Value>(column: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(column, 'is not of its form');
  return value;
}

function dashed(compact: string): string {
  return compact.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
