import type { Bind, BindKind } from '#adapters/oracle/binds.ts';

/** A query as a system declares it: its text is fixed, whatever is asked goes into binds. */
export interface OracleStatement {
  /** For log, metrics and what equal calls have in common: a name of ours, never a text of SQL. */
  readonly name: string;
  /** One SELECT with `:1`, `:2` … */
  readonly sql: string;
  /**
   * CHAR columns that lose their padding: those named, or all of that type; blanks alone are `null`.
   * @default none: a key that is sent back is compared blank for blank
   */
  readonly trim?: 'all' | readonly string[];
  /** @default the connector's */
  readonly maxRows?: number;
  /** @default the connector's */
  readonly maxBytes?: number;
}

/** A PL/SQL block that calls a procedure, and which way its binds go: a call gives values for those that go in. */
export interface OracleProcedure extends Omit<OracleStatement, 'sql'> {
  /** `BEGIN …; END;` with named binds. */
  readonly block: string;
  readonly in: readonly string[];
  /** Longest value in bytes, of VARCHAR2 where no kind is named. @default none */
  readonly out?: Readonly<Record<string, number | OutBind>>;
  /** @default none */
  readonly inOut?: Readonly<Record<string, OutBind>>;
  /** The REF CURSOR. @default none */
  readonly cursor?: string;
}

/** A value for each bind that goes in. */
export type Inputs = Readonly<Record<string, Bind>>;

export interface OutBind {
  readonly kind: BindKind;
  /** Longest value in bytes. @default 32767 */
  readonly maxBytes?: number;
}

/** A row by column name (as the database writes it, in capitals mostly). See `columns.ts` for each type's text; an empty text is `null`. */
export type OracleRow = Readonly<Record<string, string | null>>;

export interface ProcedureResult {
  /** OUT and IN OUT binds, as text like a row's. */
  readonly out: OracleRow;
  /** Of the cursor. */
  readonly rows: OracleRow[];
}
