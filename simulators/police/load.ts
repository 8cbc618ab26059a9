import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { SqlEngine } from '#simulators/oracle/sql/engine.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

export const OWNER = 'GABA';
const SCHEMA = OWNER.toLowerCase();
/** Rows that go to PostgreSQL in one statement. */
const BATCH = 5000;

/** Makes the owner's schema and fills it, unless it already holds exactly these rows: its comment keeps their digest. */
export async function loadRows(engine: SqlEngine, databaseUrl: string, rows: PoliceRows): Promise<void> {
  const ddl = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  const digest = digestOf(ddl, rows);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const loaded = await client.query('SELECT obj_description(to_regnamespace($1)) AS digest', [SCHEMA]);
    if (loaded.rows[0]?.digest === digest) return;
    await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; CREATE SCHEMA ${SCHEMA}`);
    await makeTables(engine, ddl);
    await client.query('BEGIN');
    for (const [table, values] of Object.entries(rows)) await insert(client, table, values);
    await client.query(`COMMENT ON SCHEMA ${SCHEMA} IS '${digest}'; COMMIT; ANALYZE`);
  } finally {
    await client.end();
  }
}

async function makeTables(engine: SqlEngine, ddl: string): Promise<void> {
  const session = await engine.openSession(OWNER);
  try {
    for (const statement of ddl.split(/^\/$/m).filter((text) => text.trim() !== '')) {
      await session.execute(session.prepare(statement), [], new AbortController().signal);
    }
  } finally {
    await session.close();
  }
}

async function insert(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const target = `${SCHEMA}.${table.toLowerCase()}`;
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

function digestOf(ddl: string, rows: PoliceRows): string {
  const hash = createHash('sha256').update(ddl);
  for (const [table, values] of Object.entries(rows)) {
    hash.update(table);
    for (const row of values) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
