import type { OracleRow } from '#adapters/oracle/statement.ts';
import { readable, required } from '#adapters/systems/records/needed.ts';
import { text } from '#adapters/systems/records/oracle-fields.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

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

function dashed(compact: string): string {
  return compact.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
