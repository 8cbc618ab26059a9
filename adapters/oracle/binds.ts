import oracledb from 'oracledb';
import { writeWallClock, writeZoned } from '#adapters/oracle/datetime.ts';
import { WireDate } from '#adapters/oracle/thin-driver.ts';

/**
 * What a value is sent as: VARCHAR2, NVARCHAR2, NUMBER (decimal text), DATE and TIMESTAMP (`yyyy-MM-ddTHH:mm:ss`, the latter with a
 * fraction), TIMESTAMP WITH TIME ZONE (with an offset), RAW (hexadecimal), CLOB, BLOB (base64).
 */
export type BindKind = 'text' | 'ntext' | 'number' | 'date' | 'timestamp' | 'timestamptz' | 'raw' | 'clob' | 'blob';

/** Text is sent as VARCHAR2. */
export type Bind = string | null | { readonly kind: BindKind; readonly value: string | null };

/** A value of ours that is not of its kind: nothing was sent. It names the bind and never the value. */
export class BindError extends TypeError {
  constructor(bind: string, problem: string) {
    super(`bind :${bind} ${problem}`);
    this.name = 'BindError';
  }
}

interface Kind {
  readonly type: oracledb.DbType;
  /** What the driver takes for the text; null where it is no such value. */
  readonly value: (text: string) => unknown;
}

const asText = (type: oracledb.DbType): Kind => ({ type, value: (text) => text });
const asDate = (type: oracledb.DbType, longest: number, bytesOf: (text: string) => Buffer | null): Kind => ({
  type,
  value(text) {
    const bytes = bytesOf(text);
    if (bytes === null || bytes.length > longest) return null;
    return oracledb.thin ? new WireDate(bytes) : text;
  },
});

const KINDS: Readonly<Record<BindKind, Kind>> = {
  text: asText(oracledb.DB_TYPE_VARCHAR),
  ntext: asText(oracledb.DB_TYPE_NVARCHAR),
  number: { type: oracledb.DB_TYPE_NUMBER, value: exactNumber },
  date: asDate(oracledb.DB_TYPE_DATE, 7, writeWallClock),
  timestamp: asDate(oracledb.DB_TYPE_TIMESTAMP, 11, writeWallClock),
  timestamptz: asDate(oracledb.DB_TYPE_TIMESTAMP_TZ, 13, writeZoned),
  raw: { type: oracledb.DB_TYPE_RAW, value: (text) => decoded(text, 'hex') },
  clob: asText(oracledb.DB_TYPE_CLOB),
  blob: { type: oracledb.DB_TYPE_BLOB, value: (text) => decoded(text, 'base64') },
};

/** The longest VARCHAR2 and RAW that PL/SQL has. */
const LONGEST = 32_767;

/** @param name of the bind, for the error @throws BindError */
export function inBind(name: string, bind: Bind): oracledb.BindParameter {
  const { kind, value } = typeof bind === 'object' && bind !== null ? bind : { kind: 'text' as const, value: bind };
  return { dir: oracledb.BIND_IN, ...valueFor(name, kind, value) };
}

/** @throws BindError */
export function inOutBind(
  name: string,
  { kind, maxBytes = LONGEST }: { readonly kind: BindKind; readonly maxBytes?: number },
  bind: Bind,
): oracledb.BindParameter {
  const value = typeof bind === 'object' && bind !== null ? bind.value : bind;
  return { dir: oracledb.BIND_INOUT, maxSize: maxBytes, ...valueFor(name, outKind(kind), value) };
}

export function outBind(kind: BindKind, maxBytes = LONGEST): oracledb.BindParameter {
  return { dir: oracledb.BIND_OUT, type: KINDS[outKind(kind)].type, maxSize: maxBytes };
}

/** The driver would round a NUMBER that comes out: the database writes it as text. */
function outKind(kind: BindKind): BindKind {
  return kind === 'number' ? 'text' : kind;
}

function valueFor(name: string, kind: BindKind, value: string | null): { type: oracledb.DbType; val: unknown } {
  const { type, value: convert } = KINDS[kind];
  if (value === null || value === '') return { type, val: null };
  const val = convert(value);
  if (val === null) throw new BindError(name, `is no ${kind}`);
  // Text in place of another type: the database converts it, by the formats that the session has fixed.
  return typeof val === 'string' && kind !== 'ntext' && kind !== 'clob'
    ? { type: oracledb.DB_TYPE_VARCHAR, val }
    : { type, val };
}

/** The driver sends the digits of what it is given: so exactly these, or the text where JavaScript has no such number. */
function exactNumber(text: string): number | bigint | string | null {
  if (!/^-?(?:\d{1,40}|\d{0,40}\.\d{1,168})$/.test(text)) return null;
  if (/^-?\d+$/.test(text)) return BigInt(text);
  const shortest = text.replace(/^(-?)0*(?=\d)/, '$1').replace(/\.?0+$/, '');
  return String(Number(text)) === shortest ? Number(text) : text;
}

function decoded(text: string, encoding: 'hex' | 'base64'): Buffer | null {
  const bytes = Buffer.from(text, encoding);
  const isSame = bytes.toString(encoding).toUpperCase() === text.toUpperCase();
  return isSame ? bytes : null;
}
