import type { BindParameters } from 'oracledb';
import { deadline } from '#adapters/connector/deadline.ts';
import { createGuard } from '#adapters/connector/guard.ts';
import { type Bind, inBind } from '#adapters/oracle/binds.ts';
import { requireCharacters } from '#adapters/oracle/characters.ts';
import { failureOf } from '#adapters/oracle/faults.ts';
import { fetchRows } from '#adapters/oracle/fetch.ts';
import { type LobSink, streamLob } from '#adapters/oracle/lobs.ts';
import { Meter } from '#adapters/oracle/meter.ts';
import { callOnBehalf } from '#adapters/oracle/on-behalf.ts';
import { type OracleConnectorOptions, withDefaults } from '#adapters/oracle/options.ts';
import { SessionPool } from '#adapters/oracle/pool.ts';
import { prepareBinds, runBlock } from '#adapters/oracle/procedure.ts';
import { type DriverConnection, OracleSession } from '#adapters/oracle/session.ts';
import type {
  Inputs,
  OracleProcedure,
  OracleRow,
  OracleStatement,
  ProcedureResult,
} from '#adapters/oracle/statement.ts';
import { useClientLibraries } from '#adapters/oracle/thick-mode.ts';
import { type DeclaredWrite, findOut, type Written } from '#adapters/oracle/write.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';

export type { OracleConnectorOptions } from '#adapters/oracle/options.ts';

/** Of a query: by place, `:1` first, or by name. */
export type QueryBinds = readonly Bind[] | Readonly<Record<string, Bind>>;

/**
 * Calls to one Oracle account. Every failure of the database is a DepartmentError: its `cause` is for the log. A bind that is not of its
 * kind is a BindError, one with a character that the database lacks a GraphError BAD_USER_INPUT. A failed session is dropped, and the next call opens another, so that the connector comes back when the database does.
 */
export interface OracleConnector {
  /** One query. Rows may be shared with an equal call: they are read only. @throws DepartmentError, BindError; TypeError for what is no query */
  query(statement: OracleStatement, binds: QueryBinds, call: LegacyCall): Promise<OracleRow[]>;
  /** One PL/SQL block that only reads: what it changes is undone. @throws DepartmentError, BindError */
  callProcedure(procedure: OracleProcedure, inputs: Inputs, call: LegacyCall): Promise<ProcedureResult>;
  /** A CLOB or BLOB, piece by piece. @returns whether there is one @throws DepartmentError, BindError */
  streamLob(statement: OracleStatement, binds: QueryBinds, sink: LobSink, call: LegacyCall): Promise<boolean>;
  /** A declared write, which is found out where its answer was lost. @throws DepartmentError, BindError */
  write(write: DeclaredWrite, inputs: Inputs, call: LegacyCall): Promise<Written>;
  /** Waits for calls under way (at most their timeouts), then logs off. */
  close(): Promise<void>;
}

type Work<T> = (connection: DriverConnection, meter: Meter) => Promise<T>;

/** @throws Error where Thick mode is asked for and cannot run */
export function createOracleConnector(options: OracleConnectorOptions): OracleConnector {
  const { department, system, logger, observer, limits, charset, ...settings } = withDefaults(options);
  if (settings.clientDir) useClientLibraries(settings.clientDir);
  const { connectString, user, password, sessionZone: zone } = settings;
  const { callTimeoutMs, connectTimeoutMs } = limits;
  const guard = createGuard({ department, system, protocol: 'oracle', limits, failureOf, logger, observer });
  const pool = new SessionPool({
    ...settings,
    max: limits.concurrency,
    async open(closing) {
      using time = deadline(connectTimeoutMs, closing);
      try {
        return await OracleSession.open({ connectString, user, password, zone, callTimeoutMs }, time.signal);
      } catch (error) {
        throw failureOf(error);
      }
    },
  });
  const unwatch = observer.watchSessions(system, () => pool.state);

  function run<T>(
    { name, maxRows = settings.maxRows, maxBytes = settings.maxBytes }: Omit<OracleStatement, 'sql'>,
    { call, shareKey, isRead }: { call: LegacyCall; shareKey: string | null; isRead: boolean },
    work: Work<T>,
  ): Promise<T> {
    return guard.run({ operation: name, isRead, shareKey, call }, async (attempt) => {
      const meter = new Meter(attempt, { maxRows, maxBytes });
      const session = await pool.acquire(attempt.signal);
      try {
        const ask = async (connection: DriverConnection) => {
          callOnBehalf(connection, call);
          return await work(connection, meter);
        };
        const result = await session.run(ask, meter);
        meter.given();
        return result;
      } finally {
        void pool.release(session);
      }
    });
  }

  const read = <T>(statement: Omit<OracleStatement, 'sql'>, asked: unknown, call: LegacyCall, work: Work<T>) =>
    run(statement, { call, isRead: true, shareKey: asked === null ? null : JSON.stringify(asked) }, work);

  /** Never shared: an equal call under way may have begun before the write. */
  const found = (statement: OracleStatement, key: string, call: LegacyCall) =>
    read(statement, null, call, (connection, meter) => fetchRows(connection, statement, [key], meter));

  return {
    async query(statement, binds, call) {
      requireQuery(statement);
      requireCharacters(binds, charset);
      const prepared = positionalOrNamed(binds);
      return await read(statement, [statement.sql, binds], call, (connection, meter) =>
        fetchRows(connection, statement, prepared, meter),
      );
    },
    async callProcedure(procedure, inputs, call) {
      requireCharacters(inputs, charset);
      const prepared = prepareBinds(procedure, inputs);
      return await read(procedure, [procedure.block, inputs], call, (connection, meter) =>
        runBlock(connection, procedure, prepared, meter),
      );
    },
    async streamLob(statement, binds, sink, call) {
      requireQuery(statement);
      requireCharacters(binds, charset);
      const prepared = positionalOrNamed(binds);
      return await read(statement, null, call, (connection, meter) =>
        streamLob(connection, statement.sql, prepared, meter, sink),
      );
    },
    async write(write, inputs, call) {
      requireCharacters(inputs, charset);
      const prepared = prepareBinds(write, inputs);
      const key = write.keyOf(inputs);
      let isSent = false;
      try {
        const result = await run(write, { call, isRead: false, shareKey: null }, (connection, meter) => {
          isSent = true;
          return runBlock(connection, write, prepared, meter, true);
        });
        return { kind: 'answered', result };
      } catch (error) {
        if (!isSent) throw error;
        return await findOut(error, () => found(write.find, key, call), { department, system });
      }
    },
    async close() {
      await guard.close();
      await pool.close();
      unwatch();
    },
  };
}

/** Whatever changes data is declared: see {@link declareWrite}. @throws TypeError */
function requireQuery({ name, sql }: OracleStatement): void {
  if (!/^\s*(?:SELECT|WITH)\b/i.test(sql)) throw new TypeError(`${name}: a query begins with SELECT or WITH`);
}

function positionalOrNamed(binds: QueryBinds): BindParameters {
  if (Array.isArray(binds)) return binds.map((bind: Bind, index) => inBind(String(index + 1), bind));
  return Object.fromEntries(Object.entries(binds).map(([name, bind]) => [name, inBind(name, bind as Bind)]));
}
