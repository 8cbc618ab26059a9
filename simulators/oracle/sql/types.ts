import type { FieldDef } from 'pg';
import {
  type BindValue,
  type ColumnMeta,
  ORACLE_TYPES,
  OracleError,
  type OraValue,
} from '#simulators/oracle/engine.ts';

/** PostgreSQL's type numbers (pg_type.oid) that the dialect meets. */
const PG = {
  BOOLEAN: 16,
  BIGINT: 20,
  SMALLINT: 21,
  INTEGER: 23,
  DOUBLE: 701,
  CHAR: 1042,
  VARCHAR: 1043,
  TIMESTAMP: 1114,
  TIMESTAMPTZ: 1184,
  NUMERIC: 1700,
};
const LONGEST_VARCHAR2 = 32_767;
/** A type modifier counts four bytes of header. */
const HEADER = 4;

/** How a result column of PostgreSQL looks to an Oracle client. */
export function columnMeta(field: FieldDef): ColumnMeta {
  const name = field.name === field.name.toLowerCase() ? field.name.toUpperCase() : field.name;
  return { name, ...columnType(field.dataTypeID, field.dataTypeModifier) };
}

function columnType(oid: number, modifier: number): Omit<ColumnMeta, 'name'> {
  switch (oid) {
    case PG.NUMERIC:
      return { type: ORACLE_TYPES.NUMBER, ...precision(modifier), maxSize: 22 };
    case PG.BOOLEAN:
    case PG.SMALLINT:
    case PG.INTEGER:
    case PG.BIGINT:
      return { type: ORACLE_TYPES.NUMBER, scale: -127, maxSize: 22 };
    case PG.DOUBLE:
      return { type: ORACLE_TYPES.BINARY_DOUBLE, maxSize: 8 };
    case PG.TIMESTAMP:
      return modifier > 0
        ? { type: ORACLE_TYPES.TIMESTAMP, scale: modifier, maxSize: 11 }
        : { type: ORACLE_TYPES.DATE, maxSize: 7 };
    case PG.TIMESTAMPTZ:
      return { type: ORACLE_TYPES.TIMESTAMP_TZ, scale: modifier < 0 ? 6 : modifier, maxSize: 13 };
    case PG.CHAR:
      return text(ORACLE_TYPES.CHAR, Math.max(modifier - HEADER, 1));
    case PG.VARCHAR:
      return text(ORACLE_TYPES.VARCHAR, modifier < HEADER ? 4000 : modifier - HEADER);
    default:
      return text(ORACLE_TYPES.VARCHAR, 4000);
  }
}

function precision(modifier: number): { precision?: number; scale: number } {
  if (modifier < HEADER) return { scale: -127 };
  return { precision: (modifier - HEADER) >> 16, scale: (modifier - HEADER) & 0x7ff };
}

/** @param length in characters; a character takes up to four bytes */
function text(type: number, length: number): Omit<ColumnMeta, 'name'> {
  if (length > LONGEST_VARCHAR2) return { type: ORACLE_TYPES.CLOB, charsetForm: 1, maxSize: 4000 };
  return { type, charsetForm: 1, maxSize: Math.min(length * 4, LONGEST_VARCHAR2), size: length };
}

/** A value as PostgreSQL writes it, in canonical form; an empty string is NULL. */
export function oraValue(written: string | null, column: ColumnMeta): OraValue {
  if (written === null || written === '') return null;
  if (column.type === ORACLE_TYPES.BINARY_DOUBLE) return Number(written);
  if (column.type === ORACLE_TYPES.NUMBER && (written === 't' || written === 'f')) return written === 't' ? '1' : '0';
  return written;
}

const CASTS = new Map<number, string>([
  [ORACLE_TYPES.NUMBER, 'numeric'],
  [ORACLE_TYPES.BINARY_INTEGER, 'numeric'],
  [ORACLE_TYPES.BINARY_FLOAT, 'float8'],
  [ORACLE_TYPES.BINARY_DOUBLE, 'float8'],
  [ORACLE_TYPES.DATE, 'timestamp'],
  [ORACLE_TYPES.TIMESTAMP, 'timestamp'],
  [ORACLE_TYPES.TIMESTAMP_TZ, 'timestamptz'],
  [ORACLE_TYPES.TIMESTAMP_LTZ, 'timestamptz'],
]);

/**
 * The placeholder with its type. Strings get none where they meet something: PostgreSQL then converts them to that, as
 * Oracle does.
 */
export function bindCast(placeholder: string, type: number | undefined, alone = false): string {
  const cast = (type === undefined ? undefined : CASTS.get(type)) ?? (alone ? 'varchar' : undefined);
  return cast === undefined ? placeholder : `(${placeholder}::${cast})`;
}

/** What goes to PostgreSQL for a bind; an empty string is NULL. */
export function bindText({ value }: BindValue): string | null {
  if (Array.isArray(value) || Buffer.isBuffer(value)) {
    throw new OracleError(3001, 'unimplemented feature: a bind of this type');
  }
  return value === null || value === '' ? null : String(value);
}
