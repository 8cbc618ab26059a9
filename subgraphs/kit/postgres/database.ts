import pg from 'pg';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';
import { migrate, type Schema } from '#subgraphs/kit/postgres/migrate.ts';

/** The subset of a connection that statements need: the pool's, or one transaction's. */
export interface Statements {
  /** Runs a statement under its name, which is what is prepared, counted and named in errors. Throws {@link DatabaseError}. */
  rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

const MAX_CONNECTIONS = 10;
const CONNECT_MS = 3_000;
const STATEMENT_MS = 5_000;

/** Brings the schema up to date, then opens a pool on its database. Throws {@link DatabaseError}. */
export async function openDatabase(url: string, schema: Schema): Promise<Database> {
  await migrate(url, schema);
  return new Database(url, schema);
}

/** A bounded pool whose errors carry no values and which counts what it runs. */
export class Database implements Statements {
  readonly #pool: pg.Pool;
  readonly #schema: string;
  readonly #counts = new Map<string, number>();

  constructor(url: string, schema: Pick<Schema, 'name'>) {
    this.#schema = schema.name;
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: `zhengfa-${schema.name}`,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      // The server's own limit does not help when the server is what hangs.
      query_timeout: STATEMENT_MS + 1_000,
    });
    this.#pool.on('error', unheard);
  }

  rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#run(this.#pool, name, text, values);
  }

  /**
   * Commits what `work` did with the given statements, or, if it throws, nothing of it. An error that is no statement's is thrown as it
   * is: it says why the work was refused. Throws {@link DatabaseError}.
   */
  async transaction<Result>(name: string, work: (statements: Statements) => Promise<Result>): Promise<Result> {
    const client = await this.#connect(name);
    let isSound = false;
    try {
      await this.#query(client, name, { text: 'BEGIN' });
      const result = await work({ rows: (statement, text, values) => this.#run(client, statement, text, values) });
      await this.#query(client, name, { text: 'COMMIT' });
      isSound = true;
      return result;
    } catch (error) {
      isSound = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
      throw error;
    } finally {
      if (isSound) client.off('error', unheard);
      // A connection that is closed rolls back by itself.
      client.release(!isSound);
    }
  }

  /** Does the work while nobody else holds the lock; null, at once and without it, where somebody does. */
  async alone<Result>(name: string, lock: number, work: () => Promise<Result>): Promise<Result | null> {
    const client = await this.#connect(name);
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

  async #connect(name: string): Promise<pg.PoolClient> {
    const client = await this.#pool.connect().catch((error) => {
      throw DatabaseError.from(this.#schema, name, error);
    });
    return client.on('error', unheard);
  }

  async #run<Row>(
    target: pg.Pool | pg.PoolClient,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    // What has no values is not prepared: it may be several statements.
    const { rows } = await this.#query(target, name, {
      ...(values.length > 0 && { name }),
      text,
      values: values.map(storable),
    });
    return rows as Row[];
  }

  async #query(target: pg.Pool | pg.PoolClient, name: string, query: pg.QueryConfig): Promise<pg.QueryResult> {
    return target.query(query).catch((error) => {
      throw DatabaseError.from(this.#schema, name, error);
    });
  }
}

/** PostgreSQL keeps any character of a text but one: a text that has it is no other's name. */
function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

/**
 * For a connection that breaks: unheard, the event would end the process. What runs on it fails by itself, and an idle one is replaced by the
 * next statement; whoever holds a lock by it has lost that, and goes on.
 */
function unheard(): void {}
