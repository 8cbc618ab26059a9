import type { Backend } from '#simulators/oracle/sql/backend.ts';

/** The transaction of a session, which its first change opens. */
export class Transaction {
  readonly #backend: Backend;
  #isOpen = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** A change; where it fails and is the first one, no transaction is open after it. @param asOwner may write whatever the session may */
  async change<Result>(asOwner: boolean, statement: () => Promise<Result>): Promise<Result> {
    if (this.#isOpen) return this.statement(statement);
    await this.#backend.command(asOwner ? 'BEGIN READ WRITE' : 'BEGIN');
    this.#isOpen = true;
    return this.whole(statement);
  }

  /** A statement that fails inside the transaction undoes itself, and only itself. */
  async statement<Result>(statement: () => Promise<Result>): Promise<Result> {
    if (!this.#isOpen) return statement();
    await this.#backend.command('SAVEPOINT statement');
    return this.#undoneBy(() => this.#backend.command('ROLLBACK TO SAVEPOINT statement'), statement);
  }

  /** Work that begins without a transaction: where it fails, what it has not committed is undone. */
  whole<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#undoneBy(() => this.end('ROLLBACK'), work);
  }

  async end(command: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#backend.command(command);
  }

  /** The session ends, and a backend that ends rolls back by itself. */
  forget(): void {
    this.#isOpen = false;
  }

  async #undoneBy<Result>(undo: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      // Where the backend is gone the transaction is too, and the first error tells more.
      if (this.#backend.lost) this.#isOpen = false;
      else await undo();
      throw error;
    }
  }
}
