import type { OracleRow } from '#adapters/oracle/statement.ts';
import { openAgency } from '#adapters/systems/codes.ts';
import { AGENCIES, AGENCY_SCHEME } from '#adapters/systems/police/codes.ts';
import { readable, required } from '#adapters/systems/records/needed.ts';
import { requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** Two generations of the system wrote `yyyyMMddHHmmss` and `yyyy-MM-dd HH:mm:ss`, both also without the time. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/;
const DASHED = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/;
/** What stands where there is no date. */
const NO_DATE = /^(?:0000-?00-?00|0001-?01-?01)/;

/** The keys in a column that holds a list of them; officers type either comma. */
export function listed(row: OracleRow, column: string): readonly string[] {
  return (
    text(row, column)
      ?.split(/[,，\s]+/)
      .filter((key) => key !== '') ?? []
  );
}

/** The same for a list of entries, each of `parts` with colons between them, of which the first `needed` are never missing. @param needed @default all */
export function listedEntries(
  row: OracleRow,
  column: string,
  parts: number,
  needed: number = parts,
): readonly (readonly string[])[] {
  return listed(row, column).map((entry) => {
    const values = entry.split(/[:：]/);
    const isWhole = values.slice(0, needed).filter((value) => value !== '').length === needed;
    if (!isWhole || values.length > parts) throw new UnreadableField(column, 'is no list of such entries');
    return values;
  });
}

/** `yyyy-MM-dd`; a time beside it is not part of a legal date. */
export function legalDate(row: OracleRow, column: string): string | null {
  const [date] = legacyTime(column, text(row, column));
  return date ?? null;
}

/** The same of an entry of a list in `column`. */
export function listedDate(column: string, value: string): string {
  const [date] = legacyTime(column, value);
  return required(column, date ?? null);
}

export function requiredDate(row: OracleRow, column: string): string {
  return required(column, legalDate(row, column));
}

/** `yyyy-MM-ddTHH:mm:ss+08:00`: the system writes Chinese time, wherever this process runs. A day without a time is none. */
export function dateTime(row: OracleRow, column: string): string | null {
  const [date, time] = legacyTime(column, text(row, column));
  if (date === undefined) return null;
  if (time === undefined) throw new UnreadableField(column, 'has no time');
  return `${date}T${time}+08:00`;
}

/** A NUMBER of at most one digit. */
export function count(row: OracleRow, column: string): number | null {
  const value = text(row, column);
  if (value === null) return null;
  if (!/^\d$/.test(value)) throw new UnreadableField(column, 'is not a small number');
  return Number(value);
}

/** An agency with a part in the record, as `agencyCode`. */
export function agency(row: OracleRow, column: string): string | null {
  const local = text(row, column);
  return local === null ? null : agencyOf(column, local);
}

export function requiredAgency(row: OracleRow, column: string): string {
  return required(column, agency(row, column));
}

export function agencyOf(column: string, local: string): string {
  return openAgency(column, local, AGENCY_SCHEME, AGENCIES);
}

/** The rows. One whose key in `column` has been before means that the answer is not what it seems. */
export function once(column: string, rows: readonly OracleRow[]): readonly OracleRow[] {
  const keys = new Set(rows.map((row) => requiredText(row, column)));
  if (keys.size < rows.length) throw new UnreadableField(column, 'comes twice');
  return rows;
}

/** The rows that have the same key in `column`, in the order in which the keys come. */
export function groupedBy(column: string, rows: readonly OracleRow[]): readonly [OracleRow, readonly OracleRow[]][] {
  const groups = new Map<string, [OracleRow, OracleRow[]]>();
  for (const row of rows) {
    const key = requiredText(row, column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row, [row]]);
    else group[1].push(row);
  }
  return [...groups.values()];
}

function legacyTime(column: string, value: string | null): [date?: string, time?: string] {
  if (value === null || NO_DATE.test(value)) return [];
  const [, year, month, day, hours, minutes, seconds] = COMPACT.exec(value) ?? DASHED.exec(value) ?? [];
  const date = readable(column, parseLegalDate(`${year}-${month}-${day}`));
  if (hours === undefined) return [date];
  const time = `${hours}:${minutes}:${seconds}`;
  readable(column, parseDateTime(`${date}T${time}+08:00`));
  return [date, time];
}
