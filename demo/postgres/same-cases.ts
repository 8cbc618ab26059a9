import pg from 'pg';
import type { DemoSettings } from '#demo/settings.ts';

/** Whose server the registry is on: what is on the embedded one is the demo's to throw away. */
type Server = 'EMBEDDED' | 'OTHER';

/**
 * The registry forgets no case: filled from other generated cases than before, it would hold both. So its database's comment tells which they
 * are, and where they differ the embedded one's registry is emptied, to be filled anew. Throws a sentence in Chinese and English for another
 * server's: what lies there is not the demo's, and neither is a comment that says something else, which stays.
 * @param url of the registry's database
 */
export async function ensureSameCases(
  url: string,
  { cases, seed }: DemoSettings['bulk'],
  server: Server,
): Promise<void> {
  const wanted = `--cases ${cases} --seed ${seed}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; filled: string | null }>(
      "SELECT datname AS name, shobj_description(oid, 'pg_database') AS filled FROM pg_database WHERE datname = current_database()",
    );
    const [{ name, filled } = { name: '', filled: null }] = rows;
    if (filled === wanted) return;
    if (server === 'EMBEDDED') await client.query('DROP SCHEMA IF EXISTS registry CASCADE');
    else if (filled !== null && !filled.startsWith('--cases ')) return;
    else if (filled !== null)
      throw new Error(
        `DATABASE_URL 所指的登记库是以 ${filled} 采集的：请照样给出，或换一个空库 / ` +
          `the registry that DATABASE_URL names was filled with ${filled}: give the same, or an empty database`,
      );
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(name)} IS ${client.escapeLiteral(wanted)}`);
  } finally {
    await client.end();
  }
}
