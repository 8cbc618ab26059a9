import oracledb from 'oracledb';
import { startTnsListener, type TnsListenerOptions } from '#simulators/oracle/listener.ts';
import { blockUntilAborted, echo, FakeEngine } from '#simulators/oracle/testing/fake-engine.ts';

export const USER = 'legal_aid';
export const PASSWORD = '法援-pässwörd 😀';
export const SERVICE = 'FYZX';
export const ECHO = 'select :v from dual';
export const BLOCK = 'select wait from dual';

/** A listener over a fake engine that knows {@link ECHO} and {@link BLOCK}, and the driver's way to it. */
export async function startHarness(options: Partial<TnsListenerOptions> = {}) {
  const engine = new FakeEngine();
  engine.on(ECHO, echo);
  engine.on(BLOCK, blockUntilAborted);
  const errors: unknown[] = [];
  const listener = await startTnsListener({
    engine,
    users: { [USER]: PASSWORD, plain: 'tiger' },
    services: [SERVICE],
    port: 0,
    onError: (error) => errors.push(error),
    ...options,
  });
  const connectString = `127.0.0.1:${listener.port}/${SERVICE}`;
  const credentials = { user: USER, password: PASSWORD, connectString };
  return {
    engine,
    listener,
    /** What the listener could not name. */
    errors,
    credentials,
    connect: (overrides: oracledb.ConnectionAttributes = {}) =>
      oracledb.getConnection({ ...credentials, ...overrides }),
    /** Runs `work` on a connection of its own and closes it. */
    async withConnection<T>(work: (connection: oracledb.Connection) => Promise<T>): Promise<T> {
      const connection = await oracledb.getConnection(credentials);
      try {
        return await work(connection);
      } finally {
        await connection.close();
      }
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** Polls until `condition` holds; a test's own time limit ends it otherwise. */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** The first value of the first row. */
export async function single(
  connection: oracledb.Connection,
  sql: string,
  binds: oracledb.BindParameters = [],
): Promise<unknown> {
  const { rows } = await connection.execute<unknown[]>(sql, binds);
  return rows?.[0]?.[0];
}
