import { DatabaseError } from 'pg';
import { OracleError } from '#simulators/oracle/engine.ts';
import { type RenderedStatement, sourceOffset } from '#simulators/oracle/sql/render.ts';

type Message = (error: DatabaseError) => string;

const upper = (text: string | undefined) => (text ?? '').toUpperCase();
const constraint: Message = (error) => `(${upper(error.schema)}.${upper(error.constraint)})`;

/** SQLSTATE (PostgreSQL, appendix A) to Oracle's number and sentence. Only names of objects are taken over, never a value. */
const ERRORS: Readonly<Record<string, readonly [number: number, message: Message]>> = {
  '23502': [1400, (e) => `cannot insert NULL into ("${upper(e.schema)}"."${upper(e.table)}"."${upper(e.column)}")`],
  '23503': [2291, (e) => `integrity constraint ${constraint(e)} violated`],
  '23505': [1, (e) => `unique constraint ${constraint(e)} violated`],
  '23514': [2290, (e) => `check constraint ${constraint(e)} violated`],
  '22001': [12899, () => 'value too large for column'],
  '22003': [1438, () => 'value larger than specified precision allowed for this column'],
  '22007': [1861, () => 'literal does not match format string'],
  '22008': [1843, () => 'not a valid month'],
  '22012': [1476, () => 'divisor is equal to zero'],
  '22P02': [1722, () => 'invalid number'],
  '25006': [1031, () => 'insufficient privileges'],
  '3F000': [942, () => 'table or view does not exist'],
  '42501': [1031, () => 'insufficient privileges'],
  '42601': [933, () => 'SQL command not properly ended'],
  '42702': [918, () => 'column ambiguously defined'],
  '42703': [904, (e) => `${missingName(e)}: invalid identifier`],
  '42883': [904, (e) => `${missingName(e)}: invalid identifier`],
  '42P01': [942, () => 'table or view does not exist'],
  '42P07': [955, () => 'name is already used by an existing object'],
  '55P03': [54, () => 'resource busy and acquire with NOWAIT specified or timeout expired'],
  '57014': [1013, () => 'user requested cancel of current operation'],
};

/** The underlying PostgreSQL went away, or was never there. */
const LOST = /^(?:08|57P)/;

/** What the client is told of an error of PostgreSQL; one that the table does not know is ORA-03001 with its SQLSTATE. */
export function toOracleError(error: unknown, statement?: RenderedStatement): OracleError {
  if (error instanceof OracleError) return error;
  if (!(error instanceof DatabaseError) || LOST.test(error.code ?? '')) {
    return new OracleError(3113, 'end-of-file on communication channel');
  }
  const offset = statement && error.position ? sourceOffset(statement, Number(error.position) - 1) : 0;
  const [number, message] = ERRORS[error.code ?? ''] ?? [3001, () => `unimplemented feature (${error.code})`];
  return new OracleError(number, message(error), offset);
}

/** `"NAME"` out of a message such as `column a.name does not exist` or `function name(unknown) does not exist`. */
function missingName(error: DatabaseError): string {
  const name = /^(?:column|function) "?([^\s"(]+)/.exec(error.message)?.[1] ?? '';
  return name
    .split('.')
    .map((part) => `"${part.toUpperCase()}"`)
    .join('.');
}
