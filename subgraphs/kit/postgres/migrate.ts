import pg from 'pg';
import Postgrator from 'postgrator';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

/** A schema of ours. One database may hold several. */
export interface Schema {
  readonly name: string;
  /** Folder of its migrations: `<number>.do.<what>.sql`. */
  readonly migrations: string;
  /** Any number, as long as nothing else in the database locks by it. */
  readonly lock: number;
}

/**
 * Brings a schema up to date: all missing migrations or none. However many copies start at once, one migrates and the others wait for it.
 * Throws {@link DatabaseError}.
 */
export async function migrate(databaseUrl: string, { name, migrations, lock }: Schema): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: `zhengfa-${name}-migrate` });
  client.on('error', () => {});
  try {
    await client.connect();
    const postgrator = new Postgrator({
      driver: 'pg',
      migrationPattern: `${literally(migrations)}/*.sql`,
      schemaTable: `${name}.schema_version`,
      newline: 'LF',
      execQuery: (query) => client.query(query),
    });
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await postgrator.migrate();
    await client.query('COMMIT');
  } catch (error) {
    throw DatabaseError.from(name, 'migrate', error);
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}

/** A path as a glob pattern that matches nothing else: a clone may lie in `Projects (2025) [new]`. */
function literally(path: string): string {
  return path.replaceAll('\\', '/').replace(/[*?()[\]{}!+@]/g, '\\$&');
}
