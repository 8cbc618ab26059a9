import { setTimeout as sleep } from 'node:timers/promises';
import oracledb from 'oracledb';
import { orAborted } from '#adapters/connector/deadline.ts';
import { isCancelled, isDatabaseError } from '#adapters/oracle/faults.ts';
import { Sockets } from '#adapters/oracle/sockets.ts';

/** What we call of the driver's connection. */
export type DriverConnection = Pick<oracledb.Connection, 'execute' | 'break' | 'close' | 'isHealthy'>;

export interface Credentials {
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
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

  /** Connects and logs on; where the signal aborts first its reason is thrown and no socket is left. */
  static async open(credentials: Credentials, signal: AbortSignal): Promise<OracleSession> {
    const sockets = new Sockets();
    try {
      const opening = sockets.collect(() => oracledb.getConnection({ ...credentials }));
      return new OracleSession(await orAborted(opening, signal), sockets);
    } catch (error) {
      sockets.destroy();
      throw error;
    }
  }

  /** Whether the connection stands, as far as this side knows. */
  get healthy(): boolean {
    return this.#connection.isHealthy();
  }

  /** Whether it may serve another call. Settles when a call that was broken off has really ended. */
  reusable(): Promise<boolean> {
    return this.#inStep;
  }

  /** One call. When the signal aborts its reason is thrown at once, and the database is told to stop. */
  async run<T>(work: (connection: DriverConnection) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const working = work(this.#connection);
    try {
      return await orAborted(working, signal);
    } catch (error) {
      this.#inStep = signal.aborted ? this.#breakOff(working) : Promise.resolve(isDatabaseError(error) && this.healthy);
      throw error;
    }
  }

  /** Logs off, and cuts the socket where that takes too long. */
  async close(): Promise<void> {
    await within(GRACE_MS, this.#connection.close());
    this.#sockets.destroy();
  }

  /** A call that ends by itself while it is broken off leaves the break unanswered, so only ORA-01013 counts as in step. */
  async #breakOff(working: Promise<unknown>): Promise<boolean> {
    this.#connection.break().catch(() => {}); // where it cannot be sent the socket is dead already
    const cancelled = await within(
      GRACE_MS,
      working.then(() => false, isCancelled),
    );
    if (cancelled !== true) this.#sockets.destroy();
    return cancelled === true && this.healthy;
  }
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
