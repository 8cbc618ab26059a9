import oracledb from 'oracledb';
import { unreadable } from '#adapters/connector/failures.ts';
import { type Column, columnsOf, fetchTypeOf } from '#adapters/oracle/columns.ts';
import type { Meter } from '#adapters/oracle/meter.ts';
import type { DriverConnection } from '#adapters/oracle/session.ts';
import type { OracleRow, OracleStatement } from '#adapters/oracle/statement.ts';

/** Enough for the answers of one batch in one round trip, and few enough to be read in one turn of the event loop. */
const ROWS_AT_ONCE = 200;

export const FETCH_OPTIONS: oracledb.ExecuteOptions = {
  outFormat: oracledb.OUT_FORMAT_ARRAY,
  fetchTypeHandler: fetchTypeOf,
  fetchArraySize: ROWS_AT_ONCE,
  prefetchRows: ROWS_AT_ONCE,
};

type Trim = OracleStatement['trim'];

/** All rows of a query. @throws LegacyFailure for a column that cannot be read, or more than may come */
export async function fetchRows(
  connection: DriverConnection,
  { sql, trim }: OracleStatement,
  binds: oracledb.BindParameters,
  meter: Meter,
): Promise<OracleRow[]> {
  const { resultSet } = await connection.execute<unknown[]>(sql, binds, { ...FETCH_OPTIONS, resultSet: true });
  if (resultSet === undefined) throw unreadable('the statement is no query');
  return await drain(resultSet, trim, meter);
}

/** The rows of a cursor, which is closed then. */
export async function drain(resultSet: oracledb.ResultSet<unknown[]>, trim: Trim, meter: Meter): Promise<OracleRow[]> {
  try {
    const columns = columnsOf(resultSet.metaData);
    const rows: OracleRow[] = [];
    for (;;) {
      const batch = await resultSet.getRows(ROWS_AT_ONCE);
      meter.rows(batch.length);
      for (const values of batch) rows.push(toRow(columns, values, trim));
      if (batch.length < ROWS_AT_ONCE) return rows;
    }
  } finally {
    await resultSet.close().catch(() => {}); // where it fails the call has failed already
  }
}

/** From entries: a column may have any name. */
function toRow(columns: readonly Column[], values: readonly unknown[], trim: Trim): OracleRow {
  return Object.fromEntries(
    columns.map((column, index) => {
      const text = column.read(values[index]);
      return [column.name, isTrimmed(column, trim) ? text?.replace(/ +$/, '') || null : text];
    }),
  );
}

function isTrimmed({ name, isPadded }: Column, trim: Trim): boolean {
  return trim === 'all' ? isPadded : (trim?.includes(name) ?? false);
}
