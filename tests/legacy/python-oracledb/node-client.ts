import oracledb from 'oracledb';
import {
  ClientError,
  type OracleClient,
  type Session,
  split,
  type Value,
} from '#tests/legacy/python-oracledb/client.ts';

const TYPES: Readonly<Record<string, oracledb.DbType>> = {
  text: oracledb.DB_TYPE_VARCHAR,
  number: oracledb.DB_TYPE_NUMBER,
  date: oracledb.DB_TYPE_DATE,
  timestamp: oracledb.DB_TYPE_TIMESTAMP,
  bytes: oracledb.DB_TYPE_RAW,
  clob: oracledb.DB_TYPE_CLOB,
  blob: oracledb.DB_TYPE_BLOB,
  cursor: oracledb.DB_TYPE_CURSOR,
};
const WHOLE = new Map<unknown, oracledb.DbType>([
  [oracledb.DB_TYPE_CLOB, oracledb.DB_TYPE_VARCHAR],
  [oracledb.DB_TYPE_BLOB, oracledb.DB_TYPE_RAW],
]);

/** node-oracledb in Thin mode, in this process. */
export function createNodeClient(): OracleClient {
  return {
    codes: { late: 'NJS-123', unknownService: 'NJS-518' },
    logOn: async (credentials) => sessionOf(await told(oracledb.getConnection({ ...credentials }))),
    stop: async () => {},
  };
}

function sessionOf(connection: oracledb.Connection): Session {
  return {
    async query(sql, { binds = [], arraySize, prefetch, pieces } = {}) {
      const given = Array.isArray(binds)
        ? binds.map(sent)
        : Object.fromEntries(Object.entries(binds).map(([name, value]) => [name, sent(value)]));
      const options = {
        ...(arraySize !== undefined && { fetchArraySize: arraySize }),
        ...(prefetch !== undefined && { prefetchRows: prefetch }),
        fetchTypeHandler: ({ dbType }: oracledb.Metadata<unknown>) => fetchAs(dbType, pieces !== undefined),
      };
      const { rows = [], metaData = [] } = await told(connection.execute<unknown[]>(sql, given, options));
      const kinds = metaData.map(({ dbType }) => dbType);
      return await Promise.all(
        rows.map((row) => Promise.all(row.map((value, index) => seen(value, kinds[index], pieces)))),
      );
    },
    async change(sql, binds) {
      return (await told(connection.execute(sql, binds.map(sent)))).rowsAffected ?? 0;
    },
    async changeMany(sql, rows) {
      const plain = rows.map((row) => row.map((value) => sent(value).val)) as oracledb.BindParameters[];
      const { batchErrors = [] } = await told(connection.executeMany(sql, plain, { batchErrors: true }));
      return batchErrors.map(({ offset, message }) => [offset ?? 0, message.slice(0, 9)] as const);
    },
    async call(block, { in: inputs = {}, out = {}, both = {} }) {
      const binds: Record<string, oracledb.BindParameter> = {};
      for (const [name, value] of Object.entries(inputs)) binds[name] = sent(value);
      for (const [name, value] of Object.entries(both)) binds[name] = { ...sent(value), dir: oracledb.BIND_INOUT };
      for (const [name, kind] of Object.entries(out)) {
        const [type, size] = split(kind);
        binds[name] = { dir: oracledb.BIND_OUT, type: typeOf(type), ...(size && { maxSize: Number(size) }) };
      }
      const { outBinds = {} } = await told(connection.execute<Record<string, unknown>>(block, binds));
      const results: [string, unknown][] = [];
      for (const [name, value] of Object.entries(outBinds)) {
        results.push([
          name,
          isCursor(value) ? await drain(value) : await seen(value, typeOf(split(out[name] ?? both[name] ?? '')[0])),
        ]);
      }
      return Object.fromEntries(results);
    },
    commit: () => told(connection.commit()),
    cancel: () => told(connection.break()),
    async setTimeout(milliseconds) {
      connection.callTimeout = milliseconds;
    },
    async behalf({ clientId, module, action }) {
      Object.assign(connection, { clientId, module, action });
    },
    close: () => told(connection.close()),
  };
}

function sent(value: Value) {
  const [type, text] = split(value);
  if (type === 'null') return { dir: oracledb.BIND_IN, type: typeOf(text), val: null };
  return { dir: oracledb.BIND_IN, type: typeOf(type), val: converted(type, text) };
}

function converted(type: string, text: string): unknown {
  if (type === 'number') return /^-?\d+$/.test(text) ? BigInt(text) : Number(text);
  if (type === 'date' || type === 'timestamp') return new Date(text);
  return type === 'bytes' || type === 'blob' ? Buffer.from(text, 'hex') : text;
}

function typeOf(type: string): oracledb.DbType {
  const found = TYPES[type];
  if (found === undefined) throw new TypeError(`${type} is no type of a value`);
  return found;
}

function fetchAs(dbType: unknown, isInPieces: boolean): oracledb.FetchTypeResponse | undefined {
  if (dbType === oracledb.DB_TYPE_NUMBER) return { type: oracledb.DB_TYPE_VARCHAR };
  const whole = WHOLE.get(dbType);
  return whole && !isInPieces ? { type: whole } : undefined;
}

async function seen(value: unknown, kind: unknown, pieces = 0): Promise<Value> {
  if (value === null || value === undefined) return 'null';
  if (isLob(value)) return await seen(await inPieces(value, pieces), kind);
  if (Buffer.isBuffer(value)) return `bytes ${value.toString('hex')}`;
  if (value instanceof Date) return wallClock(value, kind === oracledb.DB_TYPE_DATE);
  if (kind === oracledb.DB_TYPE_NUMBER) return `number ${String(value).replace(/^(-?)\./, '$10.')}`;
  return `text ${value}`;
}

async function inPieces(lob: oracledb.Lob, size: number): Promise<string | Buffer> {
  const parts: (string | Buffer)[] = [];
  for (let offset = 1; offset <= lob.length; offset += parts.at(-1)?.length ?? lob.length) {
    parts.push((await lob.getData(offset, size)) as string | Buffer);
  }
  return lob.type === oracledb.DB_TYPE_BLOB ? Buffer.concat(parts as Buffer[]) : parts.join('');
}

async function drain(cursor: oracledb.ResultSet<unknown[]>): Promise<Value[][]> {
  const kinds = cursor.metaData.map(({ dbType }) => dbType);
  const rows = await told(cursor.getRows(0));
  await cursor.close();
  return await Promise.all(rows.map((row) => Promise.all(row.map((value, index) => seen(value, kinds[index])))));
}

function isLob(value: unknown): value is oracledb.Lob {
  return typeof value === 'object' && value !== null && 'getData' in value;
}

function isCursor(value: unknown): value is oracledb.ResultSet<unknown[]> {
  return typeof value === 'object' && value !== null && 'getRows' in value;
}

/** The driver makes dates in the zone of this process. */
function wallClock(date: Date, isDate: boolean): Value {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, -1);
  return isDate ? `date ${local.slice(0, 19)}` : `timestamp ${local}`;
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = 'none', offset = 0 } = error as { code?: string; offset?: number };
    throw new ClientError({ code, offset }, String(error));
  }
}
