import { ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { decodeDatetime, encodeDatetime } from '#simulators/oracle/wire/datetime.ts';
import { decodeFloat, encodeFloat } from '#simulators/oracle/wire/float.ts';
import { decodeNumber, encodeNumber } from '#simulators/oracle/wire/number.ts';

/** Character set forms: the database's (UTF-8 here) and the national one (UTF-16, big-endian). */
export const CHARSET_FORM = { NONE: 0, DATABASE: 1, NATIONAL: 2 } as const;

/** The type of a value and, for characters, how they are encoded. */
export interface ValueType {
  readonly type: number;
  readonly charsetForm: number;
}

/** A value as the bytes of its type; `null` for NULL, which the empty string is too. LOBs and cursors are not values here. */
export function encodeValue(value: OraValue, { type, charsetForm }: ValueType): Buffer | null {
  if (value === null || value === '') return null;
  switch (type) {
    case ORACLE_TYPES.NUMBER:
    case ORACLE_TYPES.BINARY_INTEGER:
      return encodeNumber(String(value));
    case ORACLE_TYPES.DATE:
    case ORACLE_TYPES.TIMESTAMP:
    case ORACLE_TYPES.TIMESTAMP_TZ:
    case ORACLE_TYPES.TIMESTAMP_LTZ:
      return encodeDatetime(String(value), type);
    case ORACLE_TYPES.BINARY_DOUBLE:
      return encodeFloat(Number(value), 8);
    case ORACLE_TYPES.BINARY_FLOAT:
      return encodeFloat(Number(value), 4);
    case ORACLE_TYPES.BOOLEAN:
      return Number(value) === 0 ? Buffer.from([0]) : Buffer.from([1, 1]);
    default:
      return Buffer.isBuffer(value) ? value : encodeText(String(value), charsetForm);
  }
}

/** The bytes of a value that is not NULL, in its canonical form. */
export function decodeValue(bytes: Buffer, { type, charsetForm }: ValueType): OraValue {
  switch (type) {
    case ORACLE_TYPES.NUMBER:
    case ORACLE_TYPES.BINARY_INTEGER:
      return decodeNumber(bytes);
    case ORACLE_TYPES.DATE:
    case ORACLE_TYPES.TIMESTAMP:
    case ORACLE_TYPES.TIMESTAMP_TZ:
    case ORACLE_TYPES.TIMESTAMP_LTZ:
      return decodeDatetime(bytes, type);
    case ORACLE_TYPES.BINARY_DOUBLE:
    case ORACLE_TYPES.BINARY_FLOAT:
      return decodeFloat(bytes);
    case ORACLE_TYPES.BOOLEAN:
      return bytes[0] === 1 ? 1 : 0;
    case ORACLE_TYPES.RAW:
    case ORACLE_TYPES.LONG_RAW:
      return Buffer.from(bytes);
    default:
      return decodeText(bytes, charsetForm);
  }
}

export function encodeText(text: string, charsetForm: number): Buffer {
  return charsetForm === CHARSET_FORM.NATIONAL ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text);
}

export function decodeText(bytes: Buffer, charsetForm: number): string {
  if (charsetForm !== CHARSET_FORM.NATIONAL) return bytes.toString('utf8');
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}
