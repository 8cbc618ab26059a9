import { deadline } from '#adapters/connector/deadline.ts';
import { failureOf } from '#adapters/oracle/faults.ts';
import {
  fetchProcedure,
  fetchRows,
  type OracleRow,
  type ProcedureBinds,
  type ProcedureResult,
} from '#adapters/oracle/fetch.ts';
import { SessionPool } from '#adapters/oracle/pool.ts';
import { type DriverConnection, OracleSession } from '#adapters/oracle/session.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** The methods of a pino logger that are called. */
export interface OracleLogger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface OracleConnectorOptions {
  /** `host:port/service` or a full descriptor. */
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
  /** Sessions, and so calls, at once. @default 4 */
  readonly poolMax?: number;
  /** Calls that may wait for a session. @default 1000: what may wait is bounded by its time first */
  readonly queueMax?: number;
  /** For one call once it has a session, all its round trips together. @default 5000 */
  readonly callTimeoutMs?: number;
  /** For a session, one that is opened for it included. @default 5000 */
  readonly queueTimeoutMs?: number;
  /** For opening a session: TCP, TNS and log-on. @default 3000 */
  readonly connectTimeoutMs?: number;
  /** After so long without work a session is closed. @default 60000 */
  readonly idleMs?: number;
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** @default none */
  readonly logger?: OracleLogger;
}

/**
 * Calls to one Oracle account. Every failure of the database is a DepartmentError: its `cause` is for the log.
 * A failed session is dropped, and the next call opens another, so that the connector comes back when the database does.
 */
export interface OracleConnector {
  /** One query with positional binds (VARCHAR2); dates must leave it through TO_CHAR. @throws DepartmentError */
  query(sql: string, binds: readonly (string | null)[], call: LegacyCall): Promise<OracleRow[]>;
  /** One PL/SQL block that calls a procedure with OUT parameters and a REF CURSOR. @throws DepartmentError */
  callProcedure(block: string, binds: ProcedureBinds, call: LegacyCall): Promise<ProcedureResult>;
  /** Waits for calls under way (at most their timeouts), then logs off. */
  close(): Promise<void>;
}

export function createOracleConnector(options: OracleConnectorOptions): OracleConnector {
  const { connectString, user, password, department, system, logger } = options;
  const { callTimeoutMs = 5000, queueTimeoutMs = 5000, connectTimeoutMs = 3000, idleMs = 60_000 } = options;
  const { poolMax = 4, queueMax = 1000 } = options;
  const pool = new SessionPool({
    max: poolMax,
    maxWaiting: queueMax,
    idleMs,
    async open() {
      using time = deadline(connectTimeoutMs);
      return await OracleSession.open({ connectString, user, password }, time.signal);
    },
  });

  async function acquire(caller?: AbortSignal): Promise<OracleSession> {
    using time = deadline(queueTimeoutMs, caller);
    return await pool.acquire(time.signal);
  }

  async function run<T>(work: (connection: DriverConnection) => Promise<T>, caller?: AbortSignal): Promise<T> {
    const session = await acquire(caller);
    using time = deadline(callTimeoutMs, caller);
    try {
      return await session.run(work, time.signal);
    } finally {
      void pool.release(session);
    }
  }

  async function logged<T>(work: (connection: DriverConnection) => Promise<T>, call: LegacyCall): Promise<T> {
    const fields = { system, requestId: call.requestId };
    try {
      const result = await run(work, call.signal);
      logger?.debug(fields, 'oracle call answered');
      return result;
    } catch (error) {
      const failure = failureOf(error);
      const { code, retryable, facts, message: reason } = failure;
      logger?.warn({ ...fields, code, reason, ...facts }, 'oracle call failed');
      throw new DepartmentError(code, { department, system, retryable, cause: failure });
    }
  }

  return {
    query: (sql, binds, call) => logged((connection) => fetchRows(connection, sql, binds), call),
    callProcedure: (block, binds, call) => logged((connection) => fetchProcedure(connection, block, binds), call),
    close: () => pool.close(),
  };
}
