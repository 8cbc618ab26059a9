import type { QueryResult } from 'pg';
import {
  type BindValue,
  type ColumnMeta,
  type EngineSession,
  type ExecuteResult,
  ORACLE_TYPES,
  OracleError,
  type OraValue,
  type Prepared,
  type RefCursor,
} from '#simulators/oracle/engine.ts';
import type { Backend } from '#simulators/oracle/sql/backend.ts';
import { toOracleError } from '#simulators/oracle/sql/errors.ts';
import { type Plan, type PreparedPlan, prepare } from '#simulators/oracle/sql/prepare.ts';
import type { CallBlock, Procedure } from '#simulators/oracle/sql/procedures.ts';
import { render } from '#simulators/oracle/sql/render.ts';
import { Transaction } from '#simulators/oracle/sql/transaction.ts';
import type { Piece } from '#simulators/oracle/sql/translate.ts';
import { bindText, columnMeta, oraValue } from '#simulators/oracle/sql/types.ts';

/**
 * An Oracle session on one PostgreSQL backend. The first change opens a transaction; a statement that fails inside it undoes only
 * itself; DDL commits.
 */
export class SqlSession implements EngineSession {
  readonly #backend: Backend;
  readonly #procedures: readonly Procedure[];
  readonly #user: string;
  readonly #transaction: Transaction;
  #isOwner = false;

  constructor(backend: Backend, procedures: readonly Procedure[], user: string) {
    this.#backend = backend;
    this.#procedures = procedures;
    this.#user = user;
    this.#transaction = new Transaction(backend);
  }

  get inTransaction(): boolean {
    return this.#transaction.isOpen;
  }

  prepare(sql: string): PreparedPlan {
    return prepare(sql, this.#procedures, this.#user);
  }

  async execute(prepared: Prepared, binds: BindValue[], signal: AbortSignal): Promise<ExecuteResult> {
    const plan = prepared.data as Plan;
    switch (plan.action) {
      case 'call':
        return this.#call(plan.block, binds, signal);
      case 'run':
        return this.#execute(plan.kind, plan.pieces, binds, signal);
      case 'commit':
        await this.commit();
        break;
      case 'rollback':
        await this.rollback();
    }
    return { rowCount: 0 };
  }

  async describe(prepared: Prepared): Promise<ColumnMeta[] | undefined> {
    const plan = prepared.data as Plan;
    if (plan.action !== 'run' || plan.kind !== 'query') return undefined;
    const before: Piece = { text: 'SELECT * FROM (', at: 0 };
    const after: Piece = { text: ') AS described LIMIT 0', at: 0 };
    const binds = plan.pieces.flatMap(({ bind }) => (bind === undefined ? [] : [NULL_BIND]));
    const result = await this.#run([before, ...plan.pieces, after], binds, new AbortController().signal);
    return result.fields.map(columnMeta);
  }

  async commit(): Promise<void> {
    await this.#transaction.end('COMMIT');
  }

  async rollback(): Promise<void> {
    await this.#transaction.end('ROLLBACK');
  }

  async close(): Promise<void> {
    this.#transaction.forget();
    await this.#backend.close();
  }

  async #execute(kind: 'query' | 'dml' | 'ddl', pieces: readonly Piece[], binds: BindValue[], signal: AbortSignal) {
    if (kind === 'ddl') await this.commit();
    const run = () => this.#run(pieces, binds, signal);
    const result = await (kind === 'dml'
      ? this.#transaction.change(this.#isOwner, run)
      : this.#transaction.statement(run));
    return kind === 'query'
      ? { ...toRows(result), rowCount: 0 }
      : { rowCount: kind === 'dml' ? (result.rowCount ?? 0) : 0 };
  }

  async #run(pieces: readonly Piece[], binds: readonly BindValue[], signal: AbortSignal): Promise<QueryResult> {
    const statement = render(
      pieces,
      binds.map(({ type }) => type),
    );
    try {
      return await this.#backend.query(statement.text, binds.map(bindText), signal);
    } catch (error) {
      throw toOracleError(error, statement);
    }
  }

  async #call(block: CallBlock, binds: readonly BindValue[], signal: AbortSignal): Promise<ExecuteResult> {
    const { procedure, passed } = block;
    const inputs = procedure.parameters.filter(({ mode }) => mode === 'in');
    const run = () =>
      procedure.run({
        arguments: Object.fromEntries(inputs.map(({ name }) => [name, argument(block, name, binds)])),
        query: (sql, values) => this.#query(sql, values, signal),
        execute: async (sql, values) => (await this.#perform(sql, values, signal)).rowCount,
        commit: () => this.commit(),
        rollback: () => this.rollback(),
      });
    const out = await this.#asOwner(() => (this.inTransaction ? run() : this.#transaction.whole(run)));
    const outBinds = procedure.parameters.flatMap(({ name, mode }) => {
      const target = passed.get(name);
      return mode === 'out' && target && 'bind' in target ? [{ index: target.bind, value: out[name] ?? null }] : [];
    });
    return { rowCount: 0, outBinds };
  }

  /** With the rights of the packages' owner. */
  async #asOwner<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#isOwner = true;
    try {
      return await work();
    } finally {
      this.#isOwner = false;
    }
  }

  #perform(sql: string, values: readonly (string | null)[], signal: AbortSignal): Promise<ExecuteResult> {
    const binds = values.map((value) => ({ type: ORACLE_TYPES.VARCHAR, value }));
    return this.execute(this.prepare(sql), binds, signal);
  }

  async #query(sql: string, values: readonly (string | null)[], signal: AbortSignal): Promise<RefCursor> {
    const { columns, rows } = await this.#perform(sql, values, signal);
    if (columns === undefined || rows === undefined) throw new OracleError(900, 'invalid SQL statement');
    return { columns, rows };
  }
}

const NULL_BIND: BindValue = { type: ORACLE_TYPES.VARCHAR, value: null };

function toRows(result: QueryResult<(string | null)[]>): RefCursor {
  const columns = result.fields.map(columnMeta);
  const rows = result.rows.map((row) => columns.map((column, index) => oraValue(row[index] ?? null, column)));
  return { columns, rows };
}

function argument({ passed }: CallBlock, name: string, binds: readonly BindValue[]): OraValue {
  const value = passed.get(name);
  if (value === undefined) return null;
  if ('literal' in value) return value.literal;
  const bound = binds[value.bind]?.value ?? null;
  if (Array.isArray(bound)) throw new OracleError(3001, 'unimplemented feature: an array bind');
  return bound === '' ? null : bound;
}
