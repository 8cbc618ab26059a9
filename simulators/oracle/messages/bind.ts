import { type BindMeta, type BindValue, ORACLE_TYPES, type OraValue } from '#simulators/oracle/engine.ts';
import { MAX_STRING_LENGTH, MESSAGE } from '#simulators/oracle/messages/codes.ts';
import { ProtocolError } from '#simulators/oracle/wire/protocol-error.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';
import { decodeValue } from '#simulators/oracle/wire/value.ts';

const FLAG_ARRAY = 0x40;
/** A BOOLEAN that is NULL starts with this byte instead of a length. */
const BOOLEAN_NULL = 253;

/** Content of a LOB that the client created before and binds by its locator. */
export type LobSource = (locator: Buffer) => OraValue;

/** The metadata of `count` binds or defines. */
export function readBindMetas(reader: MessageReader, count: number): BindMeta[] {
  const metas: BindMeta[] = [];
  while (metas.length < count) metas.push(readBindMeta(reader));
  return metas;
}

function readBindMeta(reader: MessageReader): BindMeta {
  const type = reader.uint8();
  const flags = reader.uint8();
  reader.skip(2); // precision and scale, always zero
  const maxSize = reader.integer();
  reader.skipIntegers(2); // elements, continuation flags
  if (reader.integer() > 0) reader.bytes(); // object identifier
  reader.skipIntegers(2); // version, character set
  const charsetForm = reader.uint8();
  reader.skipIntegers(2); // LOB prefetch, column identifier
  return { type, maxSize, charsetForm, isArray: (flags & FLAG_ARRAY) !== 0 };
}

export interface BindRowLayout {
  readonly metas: readonly BindMeta[];
  /** Positions of binds that send no value: RETURNING targets, and on re-execution those that only go out. */
  readonly withoutValue: ReadonlySet<number>;
  /** In PL/SQL long strings stay in their place. */
  readonly isPlsql: boolean;
}

/** The rows of bind values, one per iteration; no rows at all where no bind sends a value. */
export function readBindRows(
  reader: MessageReader,
  layout: BindRowLayout,
  count: number,
  lobs: LobSource,
): BindValue[][] {
  const rows: BindValue[][] = [];
  if (layout.metas.length === layout.withoutValue.size) return rows;
  while (rows.length < count) {
    if (reader.uint8() !== MESSAGE.ROW_DATA) throw new ProtocolError('a row of bind values is due');
    rows.push(readBindRow(reader, layout, lobs));
  }
  return rows;
}

function readBindRow(reader: MessageReader, layout: BindRowLayout, lobs: LobSource): BindValue[] {
  const { metas, withoutValue, isPlsql } = layout;
  const row: BindValue[] = metas.map(({ type }) => ({ type, value: null }));
  const comesLate = (meta: BindMeta) => !isPlsql && !meta.isArray && meta.maxSize > MAX_STRING_LENGTH;
  for (const isLate of [false, true]) {
    for (const [index, meta] of metas.entries()) {
      if (withoutValue.has(index) || comesLate(meta) !== isLate) continue;
      row[index] = {
        type: meta.type,
        value: meta.isArray ? readArray(reader, meta, lobs) : readValue(reader, meta, lobs),
      };
    }
  }
  return row;
}

function readArray(reader: MessageReader, meta: BindMeta, lobs: LobSource): OraValue[] {
  const length = reader.integer();
  const values: OraValue[] = [];
  while (values.length < length) values.push(readValue(reader, meta, lobs));
  return values;
}

function readValue(reader: MessageReader, meta: BindMeta, lobs: LobSource): OraValue {
  if (meta.type === ORACLE_TYPES.CLOB || meta.type === ORACLE_TYPES.BLOB) {
    const locator = reader.integer() > 0 ? reader.bytes() : null;
    return locator ? lobs(locator) : null;
  }
  if (meta.type === ORACLE_TYPES.REF_CURSOR) {
    reader.skip(1);
    if (reader.uint8() !== 0) reader.integer(); // an open cursor: going in, it carries nothing that is used here
    return null;
  }
  if (meta.type === ORACLE_TYPES.BOOLEAN && reader.peek() === BOOLEAN_NULL) {
    reader.skip(2);
    return null;
  }
  const bytes = reader.bytes();
  return bytes ? decodeValue(bytes, meta) : null;
}
