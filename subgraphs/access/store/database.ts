import pg from 'pg';
import { StoreError } from '#subgraphs/access/store/store-error.ts';

/** The subset of a connection that statements need: the pool's, or one transaction's. */
export interface Statements {
  /** Runs a statement under its name, which is what is prepared and named in errors. Throws {@link StoreError}. */
  rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

const MAX_CONNECTIONS = 10;
const CONNECT_MS = 3_000;
const STATEMENT_MS = 5_000;

/** A bounded pool whose errors carry no values. */
export class Database implements Statements {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'zhengfa-access',
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      // The server's own limit does not help when the server is what hangs.
      query_timeout: STATEMENT_MS + 1_000,
    });
    // An idle connection that breaks is replaced by the next statement; unheard, the event would end the process.
    this.#pool.on('error', () => {});
  }

  rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return run(this.#pool, name, text, values);
  }

  /**
   * Commits what `work` did with the given statements, or, if it throws, nothing of it. An error that is no statement's is thrown as it
   * is: it says why the work was refused. Throws {@link StoreError}.
   */
  async transaction<Result>(name: string, work: (statements: Statements) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect().catch((error) => {
      throw StoreError.from(name, error);
    });
    let isSound = false;
    try {
      await run(client, name, 'BEGIN', []);
      const result = await work({ rows: (statement, text, values) => run(client, statement, text, values) });
      await run(client, name, 'COMMIT', []);
      isSound = true;
      return result;
    } catch (error) {
      isSound = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
      throw error;
    } finally {
      // A connection that is closed rolls back by itself.
      client.release(!isSound);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

async function run<Row>(
  target: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    const { rows } = await target.query({ ...(values.length > 0 && { name }), text, values: [...values] });
    return rows as Row[];
  } catch (error) {
    throw StoreError.from(name, error);
  }
}
