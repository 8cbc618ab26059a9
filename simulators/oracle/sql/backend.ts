import { Client, type Pool, type QueryResult } from 'pg';
import { OracleError } from '#simulators/oracle/engine.ts';
import { toOracleError } from '#simulators/oracle/sql/errors.ts';

/** Values stay as PostgreSQL writes them. */
const AS_WRITTEN = { getTypeParser: () => (value: string) => value };

export interface BackendOptions {
  readonly databaseUrl: string;
  /** Sent when the backend opens. */
  readonly setUp: string;
  /** Whose connection carries the cancel requests, since the backend's own is busy then. */
  readonly canceller: Pool;
}

/** One PostgreSQL connection, opened when it is first needed. */
export class Backend {
  readonly #options: BackendOptions;
  #client: Promise<Client> | null = null;
  #lost = false;

  constructor(options: BackendOptions) {
    this.#options = options;
  }

  /** Whether the connection ended by itself; the next query then opens another. */
  get lost(): boolean {
    return this.#lost;
  }

  /** A statement without binds and without a way to cancel it. */
  async command(text: string): Promise<void> {
    try {
      await (await this.#open()).query(text);
    } catch (error) {
      throw toOracleError(error);
    }
  }

  /**
   * Rows as arrays of texts. An abort cancels the query in PostgreSQL, and the promise settles when that is over.
   * @throws the error of `pg`; {OracleError} ORA-01013 where the signal was aborted before
   */
  async query(text: string, values: readonly (string | null)[], signal: AbortSignal): Promise<QueryResult> {
    const client = await this.#open();
    if (signal.aborted) throw new OracleError(1013, 'user requested cancel of current operation');
    let cancelled: Promise<unknown> = Promise.resolve();
    const cancel = () => {
      cancelled = this.#options.canceller.query('SELECT pg_cancel_backend($1)', [processId(client)]).catch(() => {});
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await client.query({ text, values: [...values], rowMode: 'array' });
    } finally {
      signal.removeEventListener('abort', cancel);
      await cancelled;
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    await client?.end();
  }

  #open(): Promise<Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.#options.databaseUrl, types: AS_WRITTEN });
    const forget = () => {
      this.#client = null;
      this.#lost = true;
    };
    client.on('error', forget);
    try {
      await client.connect();
      await client.query(this.#options.setUp);
    } catch (error) {
      forget();
      await client.end().catch(() => {});
      throw error;
    }
    this.#lost = false;
    return client;
  }
}

/** `pg` knows it, its types do not. */
function processId(client: Client): number {
  return (client as Client & { readonly processID: number }).processID;
}
