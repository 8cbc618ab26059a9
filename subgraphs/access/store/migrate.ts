import { fileURLToPath } from 'node:url';
import pg from 'pg';
import Postgrator from 'postgrator';
import { StoreError } from '#subgraphs/access/store/store-error.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, as long as nothing else in the database locks by it. */
const LOCK = 3_799_990_005;

/**
 * Brings the schema `access` up to date: all missing migrations or none. However many copies start at once, one migrates and the others
 * wait for it. Throws {@link StoreError}.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'zhengfa-access-migrate' });
  client.on('error', () => {});
  try {
    await client.connect();
    const migrations = new Postgrator({
      driver: 'pg',
      migrationPattern: `${literally(MIGRATIONS)}/*.sql`,
      schemaTable: 'access.schema_version',
      newline: 'LF',
      execQuery: (query) => client.query(query),
    });
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await migrations.migrate();
    await client.query('COMMIT');
  } catch (error) {
    throw StoreError.from('migrate', error);
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}

/** A path as a glob pattern that matches nothing else: a clone may lie in `Projects (2025) [new]`. */
function literally(path: string): string {
  return path.replaceAll('\\', '/').replace(/[*?()[\]{}!+@]/g, '\\$&');
}
