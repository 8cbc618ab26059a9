import type { OracleRow } from '#adapters/oracle/fetch.ts';
import { legible } from '#adapters/systems/legible.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** The text without the padding of CHAR columns; `null` where there are only blanks. */
export function text(row: OracleRow, column: string): string | null {
  const value = row[column];
  if (value === undefined) throw new UnreadableField(column, 'is no column of the answer');
  return legible(column, value);
}

export function requiredText(row: OracleRow, column: string): string {
  return required(column, text(row, column));
}

/** `yyyy-MM-dd`, from `yyyyMMdd`. */
export function legalDate(row: OracleRow, column: string): string | null {
  const value = text(row, column);
  return value === null ? null : readable(column, parseLegalDate(dashed(value)));
}

export function requiredDate(row: OracleRow, column: string): string {
  return required(column, legalDate(row, column));
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`, from `yyyyMMddHHmmss`, which is Chinese time, wherever this process runs. */
export function dateTime(row: OracleRow, column: string): string | null {
  const value = text(row, column);
  if (value === null) return null;
  const time = value.slice(8).replace(/^(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3');
  return readable(column, parseDateTime(`${dashed(value.slice(0, 8))}T${time}+08:00`));
}

/** The meaning of a code; `null` where there is none. An unknown one is an error: the graph has no word for it. */
export function coded<Meaning>(row: OracleRow, column: string, list: ReadonlyMap<string, Meaning>): Meaning | null {
  const code = text(row, column);
  if (code === null) return null;
  const meaning = list.get(code);
  if (meaning === undefined) throw new UnreadableField(column, 'has an unknown code');
  return meaning;
}

export function requiredCode<Meaning>(row: OracleRow, column: string, list: ReadonlyMap<string, Meaning>): Meaning {
  return required(column, coded(row, column, list));
}

/** The value; `null` is an error. */
export function required<Value>(column: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(column, 'is missing');
  return value;
}

/** What a parser makes of the text; `null` from it is an error. */
export function readable<Value>(column: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(column, 'is not of its form');
  return value;
}

function dashed(compact: string): string {
  return compact.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
