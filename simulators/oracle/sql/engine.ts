import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';
import type { Engine } from '#simulators/oracle/engine.ts';
import { Backend } from '#simulators/oracle/sql/backend.ts';
import type { Procedure } from '#simulators/oracle/sql/procedures.ts';
import { SqlSession } from '#simulators/oracle/sql/session.ts';

export interface SqlEngineOptions {
  /** A PostgreSQL database of the stand-in's own: a schema `oracle` is made in it, and one for each owner. */
  readonly databaseUrl: string;
  /** Users (in capitals) who own a schema of their name and may write. All others may only read. */
  readonly owners: readonly string[];
  /** @default none */
  readonly procedures?: readonly Procedure[];
  /** The database server's zone, which SYSDATE shows. @default 'Asia/Shanghai' */
  readonly timeZone?: string;
}

export interface SqlEngine extends Engine {
  openSession(user: string): Promise<SqlSession>;
  /** Ends what the engine itself holds; sessions end by their own `close`. */
  close(): Promise<void>;
}

/** An engine of Oracle's dialect on PostgreSQL: one backend a session, opened with its first statement. */
export async function createSqlEngine(options: SqlEngineOptions): Promise<SqlEngine> {
  const { databaseUrl, owners, procedures = [], timeZone = 'Asia/Shanghai' } = options;
  const canceller = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 1000, allowExitOnIdle: true });
  canceller.on('error', () => {}); // an idle connection that ends is replaced with the next query
  try {
    await makeSchemas(canceller, owners);
  } catch (error) {
    await canceller.end();
    throw error;
  }
  const setUp = (user: string) => `
    SET client_min_messages = error;
    SET TIME ZONE '${timeZone}';
    SET search_path = ${owners.includes(user) ? `${schemaOf(user)}, ` : ''}oracle, pg_catalog;
    SET default_transaction_read_only = ${owners.includes(user) ? 'off' : 'on'}`;
  return {
    async openSession(user) {
      return new SqlSession(new Backend({ databaseUrl, canceller, setUp: setUp(user) }), procedures, user);
    },
    close: () => canceller.end(),
  };
}

function schemaOf(owner: string): string {
  return `"${owner.toLowerCase()}"`;
}

/**
 * Oracle's functions and the owners' schemas. When the text of the functions has changed all are made anew and empty, since
 * views and indexes may depend on them; the comment of the schema `oracle` keeps the text's digest.
 */
async function makeSchemas(pool: Pool, owners: readonly string[]): Promise<void> {
  const text = await readFile(new URL('./compat.sql', import.meta.url), 'utf8');
  const digest = createHash('sha256').update(text).digest('hex');
  const { rows } = await pool.query(`SELECT obj_description(to_regnamespace('oracle')) AS digest`);
  const schemas = owners.map(schemaOf);
  if (rows[0]?.digest !== digest) {
    await pool.query(`
      BEGIN;
      DROP SCHEMA IF EXISTS ${['oracle', ...schemas].join(', ')} CASCADE;
      CREATE SCHEMA oracle;
      SET LOCAL search_path = oracle, pg_catalog;
      ${text}
      COMMENT ON SCHEMA oracle IS '${digest}';
      COMMIT`);
  }
  for (const schema of schemas) await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
}
