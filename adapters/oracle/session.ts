import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import oracledb from 'oracledb';
import { orAborted } from '#adapters/connector/deadline.ts';
import { LegacyFailure, unavailable } from '#adapters/connector/failures.ts';
import { offsetOf } from '#adapters/oracle/datetime.ts';
import { isCancelled, isDatabaseError } from '#adapters/oracle/faults.ts';
import type { Meter } from '#adapters/oracle/meter.ts';
import { sessionSetup } from '#adapters/oracle/session-setup.ts';
import { Sockets } from '#adapters/oracle/sockets.ts';
import { limitRoundTrips } from '#adapters/oracle/thick-mode.ts';
import { takeOver } from '#adapters/oracle/thin-driver.ts';

/** What we call of the driver's connection. */
export type DriverConnection = Pick<
  oracledb.Connection,
  'execute' | 'break' | 'close' | 'isHealthy' | 'ping' | 'transactionInProgress' | 'clientId' | 'module' | 'action'
>;

export interface SessionOptions {
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
  /** The session's time zone, such as `+08:00`. */
  readonly zone: string;
  /** The longest that a call may take; in Thin mode the signal of each call is enough. */
  readonly callTimeoutMs: number;
}

/** How long a database may take to confirm a break or a log-off before its socket is cut. */
const GRACE_MS = 500;

/** One session of the database: it serves one call after another, and ends when a call left it in doubt. */
export class OracleSession {
  readonly #connection: DriverConnection;
  readonly #sockets: Sockets;
  #inStep: Promise<boolean> = Promise.resolve(true);

  private constructor(connection: DriverConnection, sockets: Sockets) {
    this.#connection = connection;
    this.#sockets = sockets;
  }

  /** Connects, logs on and fixes zone and formats; where the signal aborts first its reason is thrown and no socket is left. */
  static async open(
    { zone, callTimeoutMs, ...credentials }: SessionOptions,
    signal: AbortSignal,
  ): Promise<OracleSession> {
    const sockets = new Sockets();
    const logOn = async () => {
      const connection = await sockets.collect(() => oracledb.getConnection(credentials));
      if (oracledb.thin) sockets.watch(takeOver(connection, offsetOf(zone) ?? 0));
      else limitRoundTrips(connection, callTimeoutMs);
      await connection.execute(sessionSetup(zone));
      sockets.onBytes = null;
      return connection;
    };
    try {
      return new OracleSession(await orAborted(logOn(), signal), sockets);
    } catch (error) {
      sockets.destroy();
      throw error;
    }
  }

  /** Whether the connection stands, as far as this side knows, and nothing has come that nobody asked for. */
  get healthy(): boolean {
    return this.#connection.isHealthy() && this.#sockets.isAtRest;
  }

  /** Asks the database whether it is still there. */
  async answers(signal: AbortSignal): Promise<boolean> {
    try {
      await this.run((connection) => connection.ping(), { signal, bytes() {} });
      return this.healthy;
    } catch {
      return false;
    }
  }

  /** Whether it may serve another call. Settles when a call that was broken off has really ended. */
  reusable(): Promise<boolean> {
    return this.#inStep;
  }

  /** One call. When the signal aborts its reason is thrown at once, and the database is told to stop. */
  async run<T>(
    work: (connection: DriverConnection) => Promise<T>,
    { signal, bytes }: Pick<Meter, 'signal' | 'bytes'>,
  ): Promise<T> {
    signal.throwIfAborted();
    if (!this.#sockets.isAtRest) throw unavailable('the session is out of step', true);
    this.#sockets.onBytes = bytes;
    const working = work(this.#connection);
    try {
      const result = await orAborted(working, signal);
      this.#inStep = this.#isClean();
      return result;
    } catch (error) {
      const isOver = signal.aborted ? this.#breakOff(working) : Promise.resolve(isInStep(error));
      this.#inStep = isOver.then((isAnswered) => isAnswered && this.#isClean());
      throw error;
    }
  }

  /** Logs off, and cuts the socket where that takes too long. */
  async close(): Promise<void> {
    await within(GRACE_MS, this.#connection.close());
    this.#sockets.destroy();
  }

  /** Nothing may come any longer; and whoever opened a transaction has to end it: the next call must not be in it. */
  async #isClean(): Promise<boolean> {
    this.#sockets.onBytes = null;
    await nextTurn(); // what has arrived behind the answer is seen
    return this.healthy && !this.#connection.transactionInProgress;
  }

  /** A call that ends by itself while it is broken off leaves the break unanswered, so only ORA-01013 counts as in step. */
  async #breakOff(working: Promise<unknown>): Promise<boolean> {
    this.#connection.break().catch(() => {}); // where it cannot be sent the socket is dead already
    const cancelled = await within(
      GRACE_MS,
      working.then(() => false, isCancelled),
    );
    if (cancelled !== true) this.#sockets.destroy();
    return cancelled === true;
  }
}

/** The database answered, or what it answered was not to our liking: either way nothing is on its way any longer. */
function isInStep(error: unknown): boolean {
  return isDatabaseError(error) || error instanceof LegacyFailure;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal });
  late.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } catch {
    return undefined;
  } finally {
    timer.abort();
  }
}
