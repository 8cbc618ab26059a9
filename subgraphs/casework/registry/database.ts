import pg from 'pg';
import { RegistryError } from '#subgraphs/casework/registry/registry-error.ts';

/** The subset of a connection that statements need: the pool's, or one transaction's. */
export interface Statements {
  /** Runs a statement under its name, which is what is prepared, counted and named in errors. Throws {@link RegistryError}. */
  rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

const MAX_CONNECTIONS = 10;
const CONNECT_MS = 3_000;
const STATEMENT_MS = 5_000;

/** A bounded pool whose errors carry no values and which counts what it runs. */
export class Database implements Statements {
  readonly #pool: pg.Pool;
  readonly #counts = new Map<string, number>();

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'zhengfa-casework',
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
    return this.#run(this.#pool, name, text, values);
  }

  /** Commits what `work` did with the given statements, or, if it throws, nothing of it. */
  async transaction<Result>(name: string, work: (statements: Statements) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect().catch((error) => {
      throw RegistryError.from(name, error);
    });
    try {
      await client.query('BEGIN');
      const result = await work({ rows: (statement, text, values) => this.#run(client, statement, text, values) });
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // A closed connection rolls back by itself, whatever state it is in.
      client.release(true);
      throw RegistryError.from(name, error);
    }
  }

  /** Does the work while nobody else holds the lock; null, at once and without it, where somebody does. */
  async alone<Result>(name: string, lock: number, work: () => Promise<Result>): Promise<Result | null> {
    const client = await this.#pool.connect().catch((error) => {
      throw RegistryError.from(name, error);
    });
    // A connection that is lost has lost the lock too; what the work does with others goes on, or fails by itself.
    client.on('error', () => {});
    try {
      const [row] = await this.#run<{ held: boolean }>(client, name, 'SELECT pg_try_advisory_lock($1) AS held', [lock]);
      return row?.held ? await work() : null;
    } finally {
      // What cannot be unlocked any more ends with the session, a moment later.
      await client.query('SELECT pg_advisory_unlock_all()').catch(() => {});
      client.release(true);
    }
  }

  /** Statements run so far, by name. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #run<Row>(
    target: pg.Pool | pg.PoolClient,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    try {
      const { rows } = await target.query({ name, text, values: [...values] });
      return rows as Row[];
    } catch (error) {
      throw RegistryError.from(name, error);
    }
  }
}
