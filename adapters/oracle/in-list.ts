import type { OracleStatement } from '#adapters/oracle/statement.ts';

/** Lengths of IN lists: with few different texts the database finds its plans again. Oracle takes no longer ones (ORA-01795). */
const LENGTHS = [1, 4, 16, 64, 256, 1000];

/** A SELECT to which the condition on its keys is added: the only text of SQL that is made while the process runs, and of fixed parts. */
export interface KeyedQuery extends OracleStatement {
  /** Up to the condition: `SELECT … FROM …`. */
  readonly sql: string;
  /** @default none */
  readonly where?: string;
  /** The column of the keys. */
  readonly key: string;
  /** The width of a CHAR column, with which a VARCHAR2 bind is compared blank for blank. @default 0: VARCHAR2 */
  readonly paddedTo?: number;
  /** Columns that order the rows of one key. @default none, where a key has one row */
  readonly order?: string;
}

/**
 * The statement for these keys, and its binds. @param keys 1 to 1000; the last one fills the list up
 * @throws RangeError
 */
export function forKeys({ where, key, paddedTo = 0, order, ...statement }: KeyedQuery, keys: readonly string[]) {
  const length = LENGTHS.find((each) => each >= keys.length);
  const last = keys.at(-1);
  if (length === undefined || last === undefined) throw new RangeError('a list has 1 to 1000 keys');
  const binds = Array.from({ length }, (_, index) => (keys[index] ?? last).padEnd(paddedTo));
  const places = binds.map((_, index) => `:${index + 1}`).join(', ');
  const condition = where === undefined ? '' : `${where} AND `;
  const ordered = order === undefined ? '' : ` ORDER BY ${key}, ${order}`;
  return {
    statement: { ...statement, sql: `${statement.sql} WHERE ${condition}${key} IN (${places})${ordered}` },
    binds,
  };
}
