import {
  type BindMeta,
  type ColumnMeta,
  OracleError,
  type OraValue,
  type RefCursor,
} from '#simulators/oracle/engine.ts';
import type { CursorShape, Statement } from '#simulators/oracle/messages/execute.ts';
import { MAX_OPEN_CURSORS } from '#simulators/oracle/messages/logon.ts';

/** Cursor ids travel as two bytes. */
const CURSOR_ID_MAX = 0xffff;

/** What the server keeps between the calls on one statement: clients send only what changed. */
export interface Cursor extends CursorShape {
  readonly id: number;
  /** Absent for a REF CURSOR. */
  readonly statement?: Statement;
  binds: readonly BindMeta[];
  directions: readonly number[];
  columns?: readonly ColumnMeta[];
  defines?: readonly BindMeta[];
  /** Rows of the last execution that have not been sent. */
  unread: OraValue[][];
  sentCount: number;
}

/** The open cursors of one session. */
export class CursorTable {
  readonly #cursors = new Map<number, Cursor>();
  #lastId = 0;

  find(id: number): Cursor | undefined {
    return this.#cursors.get(id);
  }

  /** @throws {OracleError} ORA-01001 */
  get(id: number): Cursor {
    const cursor = this.#cursors.get(id);
    if (!cursor) throw new OracleError(1001, 'invalid cursor');
    return cursor;
  }

  /**
   * A fresh cursor for a statement; under the id that the client gave, where that is open (DDL is parsed every time).
   * @throws {OracleError} ORA-01000
   */
  open(statement: Statement, clientId: number): Cursor {
    const id = this.#cursors.has(clientId) ? clientId : this.#freeId();
    return this.#put({ id, statement, binds: [], directions: [], unread: [], sentCount: 0 });
  }

  /** A cursor that can only be fetched from. @throws {OracleError} ORA-01000 */
  openRefCursor({ columns, rows }: RefCursor): Cursor {
    return this.#put({ id: this.#freeId(), binds: [], directions: [], columns, unread: [...rows], sentCount: 0 });
  }

  close(id: number): void {
    this.#cursors.delete(id);
  }

  /** Drops the rows that were not read; the cursor can be executed again. */
  cancel(id: number): void {
    const cursor = this.#cursors.get(id);
    if (cursor) cursor.unread = [];
  }

  #put(cursor: Cursor): Cursor {
    this.#cursors.set(cursor.id, cursor);
    return cursor;
  }

  #freeId(): number {
    if (this.#cursors.size >= MAX_OPEN_CURSORS) throw new OracleError(1000, 'maximum open cursors exceeded');
    do this.#lastId = (this.#lastId % CURSOR_ID_MAX) + 1;
    while (this.#cursors.has(this.#lastId));
    return this.#lastId;
  }
}
