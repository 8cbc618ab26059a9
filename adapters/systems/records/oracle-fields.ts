import type { OracleRow } from '#adapters/oracle/statement.ts';
import { legible } from '#adapters/systems/legible.ts';
import { meaningOf, required } from '#adapters/systems/records/needed.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** The text without the padding of CHAR columns; `null` where there are only blanks. @throws UnreadableField, as all of these do */
export function text(row: OracleRow, column: string): string | null {
  const value = row[column];
  if (value === undefined) throw new UnreadableField(column, 'is no column of the answer');
  return legible(column, value);
}

export function requiredText(row: OracleRow, column: string): string {
  return required(column, text(row, column));
}

/** The meaning of a code; `null` where there is none. */
export function coded<Meaning>(row: OracleRow, column: string, list: ReadonlyMap<string, Meaning>): Meaning | null {
  return meaningOf(column, text(row, column), list);
}

export function requiredCode<Meaning>(row: OracleRow, column: string, list: ReadonlyMap<string, Meaning>): Meaning {
  return required(column, coded(row, column, list));
}
