import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { SqlEngine } from '#simulators/oracle/sql/engine.ts';

/** Rows by Oracle's name of their table, in the order in which the tables are loaded. */
export type TableRows = Readonly<Record<string, readonly object[]>>;

/** Rows too many to hold at once. */
export interface BulkRows<Rows> {
  /** Tells these rows from others, such as the seed and the number of cases: the same identity is not loaded again. */
  readonly identity: string;
  /** Some rows of each table at a time, made when they are asked for. */
  chunks(): Iterable<Partial<Rows>> | AsyncIterable<Partial<Rows>>;
}

/** A system's tables: who owns them, how they are made, what is in them. */
export interface StandInTables {
  /** Oracle's name of the owner. */
  readonly owner: string;
  /** Statements in Oracle's SQL, each ended by a line with a slash. */
  readonly ddl: URL;
  readonly rows: TableRows;
  /** Loaded after `rows`, a chunk at a time. @default none */
  readonly bulk?: BulkRows<TableRows>;
  /** Statements in PostgreSQL's SQL, run once the rows are in. @default none */
  readonly afterwards?: readonly string[];
}

/** Rows that go to PostgreSQL in one statement. */
const BATCH = 5000;

/** Makes the owner's schema and fills it, unless it was filled with exactly these rows: its comment keeps their digest. */
export async function loadTables(engine: SqlEngine, databaseUrl: string, tables: StandInTables): Promise<void> {
  const { owner, rows, bulk, afterwards = [] } = tables;
  const schema = owner.toLowerCase();
  const ddl = await readFile(tables.ddl, 'utf8');
  const digest = digestOf(ddl, tables);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const loaded = await client.query('SELECT obj_description(to_regnamespace($1)) AS digest', [schema]);
    if (loaded.rows[0]?.digest === digest) return;
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`);
    await makeTables(engine, owner, ddl);
    await client.query('BEGIN');
    await insertAll(client, schema, rows);
    for await (const chunk of bulk?.chunks() ?? []) await insertAll(client, schema, chunk);
    for (const statement of afterwards) await client.query(statement);
    await client.query(`COMMENT ON SCHEMA ${schema} IS '${digest}'; COMMIT; ANALYZE`);
  } finally {
    await client.end();
  }
}

async function makeTables(engine: SqlEngine, owner: string, ddl: string): Promise<void> {
  const session = await engine.openSession(owner);
  try {
    for (const statement of ddl.split(/^\/$/m).filter((text) => text.trim() !== '')) {
      await session.execute(session.prepare(statement), [], new AbortController().signal);
    }
  } finally {
    await session.close();
  }
}

async function insertAll(client: Client, schema: string, rows: Partial<TableRows>): Promise<void> {
  for (const [table, values = []] of Object.entries(rows)) {
    await insert(client, `${schema}.${table.toLowerCase()}`, values);
  }
}

async function insert(client: Client, target: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH).map(asStored);
    await client.query(`INSERT INTO ${target} SELECT * FROM jsonb_populate_recordset(NULL::${target}, $1::jsonb)`, [
      JSON.stringify(batch),
    ]);
  }
}

function asStored(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column.toLowerCase(), value === '' ? null : value]),
  );
}

function digestOf(ddl: string, { rows, bulk, afterwards = [] }: StandInTables): string {
  const hash = createHash('sha256')
    .update(ddl)
    .update(JSON.stringify([afterwards, bulk?.identity]));
  for (const [table, values] of Object.entries(rows)) {
    hash.update(table);
    for (const row of values) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
