import {
  type BindValue,
  type ColumnMeta,
  type EndToEnd,
  type Engine,
  type EngineSession,
  type ExecuteResult,
  ORACLE_TYPES,
  OracleError,
  type OraValue,
  type Prepared,
} from '#simulators/oracle/engine.ts';

/** What one statement text does. */
export type Handler = (binds: BindValue[], signal: AbortSignal) => ExecuteResult | Promise<ExecuteResult>;

const KINDS: readonly [RegExp, Prepared['kind']][] = [
  [/^(select|with)\b/i, 'query'],
  [/^(insert|update|delete|merge)\b/i, 'dml'],
  [/^(begin|declare|call)\b/i, 'plsql'],
  [/^(create|alter|drop)\b/i, 'ddl'],
];

/** Answered by every session, and not counted: a client's own business. */
const SESSION_SETUP = /^alter\s+session\b/i;
const TIME_ZONE = /\btime_zone\s*=\s*'([^']+)'/i;

/** An engine whose statements are a table of texts; any other text is ORA-00942. It counts what it is asked. */
export class FakeEngine implements Engine {
  readonly handlers = new Map<string, Handler>();
  readonly executed: string[] = [];
  readonly users: string[] = [];
  readonly schemas: string[] = [];
  readonly timeZones: string[] = [];
  /** What sessions said of those on whose behalf they work, each time that they said it. */
  readonly endToEnd: EndToEnd[] = [];
  openSessions = 0;
  prepared = 0;
  commits = 0;
  rollbacks = 0;

  on(sql: string, handler: Handler): void {
    this.handlers.set(sql, handler);
  }

  async openSession(user: string): Promise<EngineSession> {
    this.users.push(user);
    this.openSessions += 1;
    const engine = this;
    let inTransaction = false;
    return {
      get inTransaction() {
        return inTransaction;
      },
      prepare(sql) {
        if (SESSION_SETUP.test(sql)) return { kind: 'ddl', returnBindIndexes: [], data: sql };
        engine.prepared += 1;
        if (!engine.handlers.has(sql))
          throw new OracleError(942, 'table or view does not exist', sql.search(/from/i) + 5);
        const kind = KINDS.find(([pattern]) => pattern.test(sql))?.[1] ?? 'other';
        return { kind, returnBindIndexes: kind === 'dml' ? returnBindIndexes(sql) : [], data: sql };
      },
      async execute(prepared, binds, signal) {
        const sql = String(prepared.data);
        if (SESSION_SETUP.test(sql)) {
          const zone = TIME_ZONE.exec(sql)?.[1];
          if (zone !== undefined) engine.timeZones.push(zone);
          return { rowCount: 0 };
        }
        engine.executed.push(sql);
        const result = await engine.handlers.get(sql)?.(binds, signal);
        if (prepared.kind === 'dml') inTransaction = true;
        return result ?? { rowCount: 0 };
      },
      async describe(prepared) {
        return (await engine.handlers.get(String(prepared.data))?.([], new AbortController().signal))?.columns;
      },
      async commit() {
        engine.commits += 1;
        inTransaction = false;
      },
      async rollback() {
        engine.rollbacks += 1;
        inTransaction = false;
      },
      setSchema: (schema) => engine.schemas.push(schema),
      setTimeZone: (zone) => engine.timeZones.push(zone),
      setEndToEnd: (changed) => engine.endToEnd.push(changed),
      async close() {
        engine.openSessions -= 1;
      },
    };
  }
}

function returnBindIndexes(sql: string): number[] {
  const into = sql.search(/\breturning\b.*\binto\b/is);
  const binds = [...sql.matchAll(/:\w+/g)];
  return binds.flatMap((bind, index) => (into >= 0 && bind.index > into ? [index] : []));
}

export const column = {
  number: (name: string): ColumnMeta => ({ name, type: ORACLE_TYPES.NUMBER, maxSize: 22 }),
  varchar: (name: string, maxSize = 4000): ColumnMeta => ({ name, type: ORACLE_TYPES.VARCHAR, maxSize }),
  clob: (name: string): ColumnMeta => ({ name, type: ORACLE_TYPES.CLOB, maxSize: 4000 }),
  blob: (name: string): ColumnMeta => ({ name, type: ORACLE_TYPES.BLOB, maxSize: 4000 }),
};

export function query(columns: ColumnMeta[], rows: OraValue[][]): ExecuteResult {
  return { columns, rows, rowCount: 0 };
}

/** Gives each bind back as a column of the bind's own type; text beyond 32767 bytes as LONG. */
export const echo: Handler = (binds) =>
  query(
    binds.map(({ type, value }, index) => {
      const isLong = typeof value === 'string' && Buffer.byteLength(value) > 32_767;
      return { name: `C${index + 1}`, type: isLong ? ORACLE_TYPES.LONG : type, maxSize: isLong ? 1_000_000 : 32_767 };
    }),
    [binds.map(({ value }) => (Array.isArray(value) ? null : value))],
  );

/** Does not answer until the client breaks. */
export const blockUntilAborted: Handler = (_, signal) =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(new OracleError(1013, 'user requested cancel of current operation'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
