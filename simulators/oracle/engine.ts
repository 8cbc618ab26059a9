/**
 * The border between the wire half (TNS/TTC, the listener) and the SQL half (an engine) of the Oracle stand-in.
 * The wire half knows no SQL but where the bind variables are; an engine knows no byte of the protocol.
 */

/** Oracle's internal type codes, as they stand in bind, define and column metadata. */
export const ORACLE_TYPES = {
  VARCHAR: 1,
  NUMBER: 2,
  BINARY_INTEGER: 3,
  LONG: 8,
  DATE: 12,
  RAW: 23,
  LONG_RAW: 24,
  CHAR: 96,
  BINARY_FLOAT: 100,
  BINARY_DOUBLE: 101,
  REF_CURSOR: 102,
  CLOB: 112,
  BLOB: 113,
  TIMESTAMP: 180,
  TIMESTAMP_TZ: 181,
  TIMESTAMP_LTZ: 231,
  BOOLEAN: 252,
} as const;

/**
 * A value in its canonical form. NUMBER is a decimal string; DATE and TIMESTAMP are `YYYY-MM-DD HH:MM:SS[.fffffffff]`
 * (wall clock; with a zone `+hh[:mm]` after it for the two time zone types); RAW and BLOB are a Buffer; BINARY_FLOAT and
 * BINARY_DOUBLE are a JS number; BOOLEAN is 1 or 0. An empty string and NULL are the same value: `null`.
 */
export type OraValue = string | number | Buffer | null;

/** How the client declared one bind (or one column that it defined). */
export interface BindMeta {
  /** One of {@link ORACLE_TYPES}. */
  readonly type: number;
  /** In bytes. */
  readonly maxSize: number;
  /** 0 none, 1 database character set, 2 national character set. */
  readonly charsetForm: number;
  /** A PL/SQL index-by table: its value is an array. */
  readonly isArray: boolean;
}

/** The value of one bind for one execution; `null` for a bind that only goes out. */
export interface BindValue {
  /** One of {@link ORACLE_TYPES}. */
  readonly type: number;
  readonly value: OraValue | OraValue[];
}

export interface ColumnMeta {
  readonly name: string;
  /** One of {@link ORACLE_TYPES}. */
  readonly type: number;
  /** 2 for the national types. @default 1 for VARCHAR, CHAR, LONG and CLOB, 0 for types without characters */
  readonly charsetForm?: number;
  /** NUMBER(p): absent or 0 for a plain NUMBER. */
  readonly precision?: number;
  /** NUMBER(p,s); for the TIMESTAMP types the digits of the fraction. @default -127 for NUMBER without precision, else 0 */
  readonly scale?: number;
  /** In bytes, never 0 (a client reads no value for a column of size 0): DATE 7, TIMESTAMP 11, TIMESTAMP_TZ 13, NUMBER 22, CLOB 4000. */
  readonly maxSize: number;
  /** What the client shows as the column's byte size. @default maxSize */
  readonly size?: number;
  /** @default true */
  readonly nullable?: boolean;
}

/** A parsed statement, kept per cursor and executed any number of times. */
export interface Prepared {
  readonly kind: 'query' | 'dml' | 'ddl' | 'plsql' | 'other';
  /**
   * Positions (0-based) of the binds after RETURNING ... INTO, which carry no value to the server. In SQL every occurrence of
   * `:name` is one bind, left to right; in PL/SQL every distinct name is one.
   */
  readonly returnBindIndexes: number[];
  /** The engine's own; the wire half only hands it back. */
  readonly data: unknown;
}

/** An open cursor as a value: its rows are all there, the client fetches them from the wire half. */
export interface RefCursor {
  readonly columns: ColumnMeta[];
  readonly rows: OraValue[][];
}

/** What a PL/SQL block hands out through one bind. */
export type OutValue = OraValue | OraValue[] | RefCursor;

export interface ExecuteResult {
  /** Present for a query only. */
  readonly columns?: ColumnMeta[];
  /** Values in the order of `columns`. */
  readonly rows?: OraValue[][];
  /** Rows changed; 0 for a query. */
  readonly rowCount: number;
  /** For each of `returnBindIndexes` in order: the values of the rows changed. */
  readonly returning?: OraValue[][];
  /** The OUT and IN OUT binds of a PL/SQL block; `index` is the bind's position, `alsoIn` marks IN OUT. */
  readonly outBinds?: { readonly index: number; readonly value: OutValue; readonly alsoIn?: boolean }[];
}

/** On whose behalf a session works: what the client last said, as it would stand in V$SESSION. An empty text is none. */
export interface EndToEnd {
  readonly clientId?: string;
  readonly module?: string;
  readonly action?: string;
}

/** One database session: it belongs to one connection and is never asked two things at once. */
export interface EngineSession {
  /** Must be right after every call: a client rolls back on release only when it was told that a transaction is open. */
  readonly inTransaction: boolean;
  /** @throws {OracleError} where the text cannot be parsed. */
  prepare(sql: string): Prepared;
  /**
   * One execution. `signal` aborts when the client breaks the call or has gone; the promise must settle soon after that.
   * @throws {OracleError}
   */
  execute(prepared: Prepared, binds: BindValue[], signal: AbortSignal): Promise<ExecuteResult>;
  /** The columns of a query without running it; `undefined` for anything else. */
  describe(prepared: Prepared): Promise<ColumnMeta[] | undefined>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** ALTER SESSION SET CURRENT_SCHEMA; may come with every request. */
  setSchema?(schema: string): void;
  /** The client's zone at log-on, such as `+08:00` or `+5:30`. */
  setTimeZone?(zone: string): void;
  /** Only what the client changed; comes in front of the call that it is for. */
  setEndToEnd?(changed: EndToEnd): void;
  /** Rolls back what is open. Called once, when no other call is running. */
  close(): Promise<void>;
}

export interface Engine {
  /** @param user the name that logged on, in capitals */
  openSession(user: string): Promise<EngineSession>;
}

/**
 * An error that the client sees as `ORA-nnnnn: text`.
 * Never use a number that clients take for a lost connection (ORA-00600, ORA-00603, ORA-01012, ORA-03113 ...).
 */
export class OracleError extends Error {
  readonly number: number;
  /** 0-based position in the SQL text, in characters. */
  readonly offset: number;

  /** @param text without the `ORA-` prefix */
  constructor(number: number, text: string, offset = 0) {
    super(`ORA-${String(number).padStart(5, '0')}: ${text}`);
    this.name = 'OracleError';
    this.number = number;
    this.offset = offset;
  }
}
