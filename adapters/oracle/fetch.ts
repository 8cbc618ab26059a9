import oracledb from 'oracledb';
import type { DriverConnection } from '#adapters/oracle/session.ts';

/** A row by column name (in capitals). NUMBER is decimal text, CHAR keeps its padding, an empty text is `null`. */
export type OracleRow = Readonly<Record<string, string | null>>;

/** What goes into a block and comes out of it, by bind name. */
export interface ProcedureBinds {
  readonly in: Readonly<Record<string, string | null>>;
  /** Longest value in bytes. */
  readonly out: Readonly<Record<string, number>>;
  /** The REF CURSOR. */
  readonly cursor: string;
}

export interface ProcedureResult {
  readonly out: OracleRow;
  readonly rows: OracleRow[];
}

const TEXTUAL = new Set<oracledb.DbType>([
  oracledb.DB_TYPE_VARCHAR,
  oracledb.DB_TYPE_NVARCHAR,
  oracledb.DB_TYPE_CHAR,
  oracledb.DB_TYPE_NCHAR,
  oracledb.DB_TYPE_CLOB,
  oracledb.DB_TYPE_NCLOB,
  oracledb.DB_TYPE_NUMBER,
]);

/** The driver would make dates in the zone of this process, and rounded numbers of floats: SQL has to write them as text. */
function asText({ name, dbType }: oracledb.Metadata<unknown>): oracledb.FetchTypeResponse {
  if (typeof dbType !== 'object' || !TEXTUAL.has(dbType))
    throw new TypeError(`column ${name} is not text: use TO_CHAR`);
  return { type: oracledb.STRING };
}

/** Enough for the answers of one batch in one round trip. */
const ROWS_AT_ONCE = 200;
const OPTIONS: oracledb.ExecuteOptions = {
  outFormat: oracledb.OUT_FORMAT_OBJECT,
  fetchTypeHandler: asText,
  fetchArraySize: ROWS_AT_ONCE,
  prefetchRows: ROWS_AT_ONCE,
};

export async function fetchRows(
  connection: DriverConnection,
  sql: string,
  binds: readonly (string | null)[],
): Promise<OracleRow[]> {
  const { rows = [] } = await connection.execute<OracleRow>(sql, [...binds], OPTIONS);
  return rows;
}

export async function fetchProcedure(
  connection: DriverConnection,
  block: string,
  { in: inputs, out: lengths, cursor }: ProcedureBinds,
): Promise<ProcedureResult> {
  const binds: Record<string, oracledb.BindParameter> = { [cursor]: { dir: oracledb.BIND_OUT, type: oracledb.CURSOR } };
  for (const [name, val] of Object.entries(inputs)) binds[name] = { dir: oracledb.BIND_IN, type: oracledb.STRING, val };
  for (const [name, maxSize] of Object.entries(lengths)) {
    binds[name] = { dir: oracledb.BIND_OUT, type: oracledb.STRING, maxSize };
  }
  const { outBinds } = await connection.execute<Record<string, unknown>>(block, binds, OPTIONS);
  const { [cursor]: resultSet, ...out } = outBinds ?? {};
  return { out: out as OracleRow, rows: await drain(resultSet as oracledb.ResultSet<OracleRow>) };
}

async function drain(resultSet: oracledb.ResultSet<OracleRow>): Promise<OracleRow[]> {
  const rows: OracleRow[] = [];
  for (;;) {
    const batch = await resultSet.getRows(ROWS_AT_ONCE);
    rows.push(...batch);
    if (batch.length < ROWS_AT_ONCE) break;
  }
  await resultSet.close();
  return rows;
}
