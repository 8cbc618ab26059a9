import {
  aThousand,
  OVER_LONG,
  type Strikes,
  type StruckKind,
  TYPED,
  UNKNOWN,
} from '#simulators/control/data-damage.ts';
import type {
  ColumnMeta,
  Engine,
  EngineSession,
  ExecuteResult,
  OraValue,
  OutValue,
  Prepared,
  RefCursor,
} from '#simulators/oracle/engine.ts';
import { statementName } from '#simulators/oracle/sql/statement-name.ts';

/** The characters of a database that was filled in another charset than it says. */
export const WRONG_ENCODING = 'wrong-encoding';
/** 法院 in GBK, as Latin-1 characters. */
const GBK_BYTES = '\xb7\xa8\xd4\xba';

type OraRecord = Record<string, OraValue>;

/** An engine whose answers are damaged while a kind of damage is in force. */
export function damagedEngine(engine: Engine, kind: () => string | null, strikes: Strikes): Engine {
  return {
    openSession: async (user) => damagedSession(await engine.openSession(user), kind, strikes),
  };
}

/** What a statement is and what it asks: the wire half hands it back as it is. */
interface Named {
  readonly name: string;
  readonly prepared: Prepared;
}

function damagedSession(session: EngineSession, kind: () => string | null, strikes: Strikes): EngineSession {
  const innerOf = ({ data }: Prepared) => (data as Named).prepared;
  return {
    get inTransaction() {
      return session.inTransaction;
    },
    prepare(sql) {
      const prepared = session.prepare(sql);
      return { ...prepared, data: { name: statementName(sql), prepared } satisfies Named };
    },
    async execute(prepared, binds, signal) {
      const result = await session.execute(innerOf(prepared), binds, signal);
      return damagedResult(result, (prepared.data as Named).name, kind(), strikes);
    },
    describe: (prepared) => session.describe(innerOf(prepared)),
    commit: () => session.commit(),
    rollback: () => session.rollback(),
    setSchema: (schema) => session.setSchema?.(schema),
    setTimeZone: (zone) => session.setTimeZone?.(zone),
    setEndToEnd: (changed) => session.setEndToEnd?.(changed),
    close: () => session.close(),
  };
}

function damagedResult(result: ExecuteResult, name: string, kind: string | null, strikes: Strikes): ExecuteResult {
  if (kind === null) return result;
  const { columns, rows, outBinds } = result;
  const damage = (cursor: RefCursor) => damagedRows(cursor, name, kind, strikes);
  return {
    ...result,
    ...(columns && rows && { rows: damage({ columns, rows }) }),
    ...(outBinds && {
      outBinds: outBinds.map((bind) =>
        isCursor(bind.value) ? { ...bind, value: withRows(bind.value, damage) } : bind,
      ),
    }),
  };
}

function damagedRows({ columns, rows }: RefCursor, name: string, kind: string, strikes: Strikes): OraValue[][] {
  if (kind === WRONG_ENCODING) return rows.map((row) => row.map(inGbk));
  if (kind === 'typed-number')
    return rows.map((row) => row.map((value, index) => typed(value, columns[index], strikes)));
  const strike = strikes[kind as StruckKind];
  const [first, ...others] = rows;
  if (strike?.in !== name || first === undefined) return rows;
  const record = Object.fromEntries(columns.map((column, index) => [column.name, first[index] ?? null]));
  return [...damagedRecords(record, kind as StruckKind, strike).map((each) => toRow(each, columns)), ...others];
}

/** What stands in the place of the first record. */
function damagedRecords(
  record: OraRecord,
  kind: StruckKind,
  { at, key = at }: { at: string; key?: string },
): OraRecord[] {
  switch (kind) {
    case 'unknown-code':
    case 'unknown-value':
      return [{ ...record, [at]: UNKNOWN }];
    case 'missing-field':
      return [{ ...record, [at]: null }];
    case 'over-long':
      return [{ ...record, [at]: OVER_LONG }];
    case 'duplicate-row':
      return [record, record];
    case 'thousand-parties':
      return [record, ...aThousand(record, key)];
  }
}

function typed(value: OraValue, column: ColumnMeta | undefined, { 'typed-number': texts = [] }: Strikes): OraValue {
  return typeof value === 'string' && value !== '' && texts.includes(column?.name ?? '') ? value + TYPED : value;
}

function inGbk(value: OraValue): OraValue {
  if (typeof value !== 'string') return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII
  return /^[\x00-\x7f]*$/.test(value) ? value : Buffer.from(value.replace(/[^\x00-\x7f]+/g, GBK_BYTES), 'latin1');
}

function toRow(record: OraRecord, columns: readonly ColumnMeta[]): OraValue[] {
  return columns.map(({ name }) => record[name] ?? null);
}

function withRows(cursor: RefCursor, damage: (cursor: RefCursor) => OraValue[][]): RefCursor {
  return { ...cursor, rows: damage(cursor) };
}

function isCursor(value: OutValue): value is RefCursor {
  return typeof value === 'object' && value !== null && 'columns' in value;
}
