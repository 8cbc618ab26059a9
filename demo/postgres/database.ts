import pg from 'pg';

const DUPLICATE_DATABASE = '42P04';
/** What the loser of two simultaneous CREATE DATABASE gets. */
const UNIQUE_VIOLATION = '23505';

/** Makes the database unless it is there. `url` names a database of the same server and a user who may do so. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
  } finally {
    await client.end();
  }
}
