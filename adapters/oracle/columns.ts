import oracledb from 'oracledb';
import { unreadable } from '#adapters/connector/failures.ts';
import { clientDate } from '#adapters/oracle/thick-mode.ts';
import { UnreadableValue } from '#adapters/oracle/unreadable-value.ts';

/** How a value is fetched from the driver, and what text becomes of it. */
interface ColumnReader {
  /** What the driver is told to fetch. @default as the column is */
  readonly fetchAs?: oracledb.DbType;
  /** @returns null where it is not what the type can hold */
  readonly text: (value: unknown) => string | null;
}

const asWritten: ColumnReader = { fetchAs: oracledb.DB_TYPE_VARCHAR, text: textOf };
/** In Thin mode the connection itself reads dates as text. */
const date: ColumnReader = { text: (value) => (oracledb.thin ? textOf(value) : clientDate(value)) };

/** The types that can be read, by the driver's own description of them. */
const READERS = new Map<oracledb.DbType, ColumnReader>([
  [oracledb.DB_TYPE_VARCHAR, asWritten],
  [oracledb.DB_TYPE_NVARCHAR, asWritten],
  [oracledb.DB_TYPE_CHAR, asWritten],
  [oracledb.DB_TYPE_NCHAR, asWritten],
  [oracledb.DB_TYPE_LONG, asWritten],
  [oracledb.DB_TYPE_CLOB, asWritten],
  [oracledb.DB_TYPE_NCLOB, asWritten],
  [oracledb.DB_TYPE_ROWID, { text: textOf }],
  [oracledb.DB_TYPE_UROWID, { text: textOf }],
  [oracledb.DB_TYPE_NUMBER, { fetchAs: oracledb.DB_TYPE_VARCHAR, text: decimal }],
  [oracledb.DB_TYPE_BINARY_DOUBLE, { text: (value) => float(value, Number) }],
  [oracledb.DB_TYPE_BINARY_FLOAT, { text: (value) => float(value, Math.fround) }],
  [oracledb.DB_TYPE_DATE, date],
  [oracledb.DB_TYPE_TIMESTAMP, date],
  [oracledb.DB_TYPE_TIMESTAMP_TZ, date],
  [oracledb.DB_TYPE_TIMESTAMP_LTZ, date],
  [oracledb.DB_TYPE_RAW, { text: (value) => bytes(value, 'hex') }],
  [oracledb.DB_TYPE_LONG_RAW, { fetchAs: oracledb.DB_TYPE_RAW, text: (value) => bytes(value, 'hex') }],
  [oracledb.DB_TYPE_BLOB, { fetchAs: oracledb.DB_TYPE_RAW, text: (value) => bytes(value, 'base64') }],
  [oracledb.DB_TYPE_BOOLEAN, { text: (value) => (typeof value === 'boolean' ? String(value) : null) }],
]);

const DATES = new Set<unknown>([oracledb.DB_TYPE_DATE, oracledb.DB_TYPE_TIMESTAMP, oracledb.DB_TYPE_TIMESTAMP_TZ]);
const PADDED = new Set<unknown>([oracledb.DB_TYPE_CHAR, oracledb.DB_TYPE_NCHAR]);

/** A column of an answer. */
export interface Column {
  readonly name: string;
  readonly isPadded: boolean;
  /** @throws LegacyFailure that names the column and never the value */
  read(value: unknown): string | null;
}

/** What we use of the driver's description of a column. */
export type Described = Pick<oracledb.Metadata<unknown>, 'name' | 'dbType' | 'dbTypeName'>;

/** What the driver asks of each column before it reads any. */
export function fetchTypeOf({ dbType }: Pick<Described, 'dbType'>): oracledb.FetchTypeResponse | undefined {
  if (!oracledb.thin && DATES.has(dbType)) return { type: oracledb.DB_TYPE_VARCHAR };
  const type = READERS.get(dbType as oracledb.DbType)?.fetchAs;
  return type && { type };
}

/**
 * The columns of an answer, in order.
 * @throws LegacyFailure for a type that has no reader (intervals, objects, XMLTYPE, BFILE, JSON, nested cursors): the SQL has to write it
 * as text
 */
export function columnsOf(metaData: readonly Described[]): Column[] {
  return metaData.map(({ name, dbType, dbTypeName }) => {
    const reader = READERS.get(dbType as oracledb.DbType);
    if (reader === undefined)
      throw unreadable(`column ${name} is of type ${dbTypeName}, which is not read: use TO_CHAR`);
    return {
      name,
      isPadded: PADDED.has(dbType),
      read: (value) => {
        if (value === null || value === '') return null;
        if (value instanceof UnreadableValue) throw unreadable(`column ${name} ${value.problem}`);
        const text = reader.text(value);
        if (text === null) throw unreadable(`column ${name} holds what is no ${dbTypeName}`);
        return text;
      },
    };
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** At most 126 digits before the point, and behind it 128 zeros and 40 digits; infinities are beyond that. */
const DECIMAL = /^(-?)(\d{0,126})(?:\.(\d{1,168}))?$/;

/** Decimal text with a digit before the point: the driver writes `.5`. */
export function decimal(value: unknown): string | null {
  const [whole, sign = '', digits, fraction] = DECIMAL.exec(typeof value === 'string' ? value : 'none') ?? [];
  if (whole === undefined || (!digits && !fraction)) return null;
  return `${sign}${digits || '0'}${fraction ? `.${fraction}` : ''}`;
}

/** The shortest text that reads as the same value; NaN and infinities as XML Schema has them. */
function float(value: unknown, rounded: (text: number) => number): string | null {
  if (typeof value !== 'number') return null;
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF';
  for (let digits = 1; digits <= 17; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (rounded(candidate) === value) return String(candidate);
  }
  return null;
}

function bytes(value: unknown, encoding: 'hex' | 'base64'): string | null {
  if (!Buffer.isBuffer(value)) return null;
  const text = value.toString(encoding);
  return encoding === 'hex' ? text.toUpperCase() : text;
}
