import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Fault } from '#simulators/control/simulator.ts';
import type { VerifierKind } from '#simulators/oracle/auth/verifier.ts';
import { type EndToEnd, type Engine, OracleError } from '#simulators/oracle/engine.ts';
import { BehalfCounter, type BehalfCounts } from '#simulators/oracle/session/behalf.ts';
import { Connection, type ConnectionOptions } from '#simulators/oracle/session/connection.ts';
import { WIRE_DAMAGES } from '#simulators/oracle/session/damage.ts';

/** The kinds of a `garbage` fault: the last two cut all connections and refuse to log on, the others damage executes (and, on the wire, fetches). */
export const TNS_GARBAGE_KINDS = [...WIRE_DAMAGES, 'ORA-00942', 'password-expired', 'account-locked'] as const;

export interface TnsListenerOptions {
  readonly engine: Engine;
  /** Passwords by user; user names are not case-sensitive. */
  readonly users: Readonly<Record<string, string>>;
  /** Service names (or SIDs) that clients may ask for, not case-sensitive. */
  readonly services: readonly string[];
  /** 0 takes a free port. */
  readonly port: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default '12c' */
  readonly verifier?: VerifierKind;
  /** Largest packet, in bytes, from 512 on; a client may ask for less. @default 8192 */
  readonly sdu?: number;
  /** Told of each statement once per execute, before it runs, and on whose behalf; never of binds. */
  onStatement?(sql: string, behalf: EndToEnd): void;
  /** Awaited before the reply to an execute or fetch is sent. Must settle soon after `signal` aborts. */
  beforeReply?(signal: AbortSignal): Promise<void> | void;
  /** Told of what the client sees as ORA-03001, or as a cut connection. */
  onError?(error: unknown): void;
}

export interface TnsListener {
  readonly port: number;
  openConnections(): number;
  /** How many statements ran so far, and how many of them while the session said this of itself; never what it said. */
  behalf(): BehalfCounts;
  /**
   * `down` frees the port and cuts all connections, every other mode listens on the same port (again). Connections that were
   * left without an answer by `hang` are cut when it ends.
   * @throws {Error} for a kind of garbage that is not among {@link TNS_GARBAGE_KINDS}
   */
  setFault(fault: Fault): Promise<void>;
  /** Frees the port, cuts all connections and waits for their sessions to end. */
  close(): Promise<void>;
}

/** Listens for Oracle clients (node-oracledb in Thin mode and others of TNS 318) and lets them work on `engine`. */
export async function startTnsListener(options: TnsListenerOptions): Promise<TnsListener> {
  const passwords = new Map(Object.entries(options.users).map(([user, password]) => [user.toUpperCase(), password]));
  const connections = new Set<Connection>();
  const counts = new BehalfCounter();
  let fault: Fault = { mode: 'none' };
  const shared: ConnectionOptions = {
    engine: options.engine,
    services: options.services,
    verifier: options.verifier ?? '12c',
    sessionDataUnit: options.sdu ?? 8192,
    passwordOf: (user) => passwords.get(user),
    onStatement: (sql, behalf) => {
      counts.add(behalf);
      options.onStatement?.(sql, behalf);
    },
    beforeReply: (signal) => options.beforeReply?.(signal),
    onError: (error) => options.onError?.(error),
    fault: () => fault,
    executeFault: () => (isTableMissing(fault) ? new OracleError(942, 'table or view does not exist') : undefined),
    logonFault: () => logonFaultOf(fault),
  };
  const server = createServer((socket) => {
    const connection = new Connection(socket, shared);
    connections.add(connection);
    void connection.closed.then(() => connections.delete(connection));
  });
  let { port } = options;
  const listen = async () => {
    server.listen(port, options.host ?? '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const stop = async () => {
    const isClosed = new Promise((resolve) => server.close(resolve));
    for (const connection of connections) connection.cut();
    await isClosed;
  };
  await listen();
  return {
    port,
    behalf: () => counts.read(),
    openConnections: () => [...connections].filter(({ isOpen }) => isOpen).length,
    async setFault(next) {
      if (next.mode === 'garbage' && !TNS_GARBAGE_KINDS.some((kind) => kind === next.kind)) {
        throw new Error(`${next.kind} is not a kind of garbage here; these are: ${TNS_GARBAGE_KINDS.join(', ')}`);
      }
      fault = next;
      if (next.mode === 'down') await stop();
      else if (!server.listening) await listen();
      if (logonFaultOf(next)) for (const connection of connections) connection.cut();
      if (next.mode !== 'hang') for (const connection of connections) if (connection.owesReply) connection.cut();
    },
    async close() {
      await stop();
      await Promise.all([...connections].map(({ closed }) => closed));
    },
  };
}

/** What becomes of an account whose password has expired, or which was locked. */
function logonFaultOf(fault: Fault): OracleError | undefined {
  if (fault.mode !== 'garbage') return undefined;
  if (fault.kind === 'password-expired') return new OracleError(28001, 'the password has expired');
  if (fault.kind === 'account-locked') return new OracleError(28000, 'the account is locked');
  return undefined;
}

function isTableMissing(fault: Fault): boolean {
  return fault.mode === 'garbage' && fault.kind === 'ORA-00942';
}
