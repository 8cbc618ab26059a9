import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { keys, police, withWriter } from '#tests/registry/fixtures.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withWriter();

describe('failures of the registry', () => {
  it('carry a code and the statement’s name, no value, and neither does the server’s log', async () => {
    const secret = 'ZF-9999-379999198506120130';
    const unknownCase = await opened.registry
      .saveFacts(secret, [{ agencyCode: 'a', recordNo: 'b', assignments: [] } as unknown as KnownFacts])
      .catch((error) => error);
    const badKind = police(secret, { kind: secret as 'COURT_CASE_NO' });
    const refused = await opened.writer.ingestRecords('police', [badKind]).catch((error) => error);
    expect(unknownCase).toMatchObject({ name: 'DatabaseError', code: '23503' });
    expect(refused).toMatchObject({ name: 'DatabaseError', code: '23514' });
    expect(inspect([unknownCase, refused], { depth: 9, showHidden: true })).not.toContain('379999198506120130');
    expect(await readFile(opened.server.logFile, 'utf8')).not.toContain('379999198506120130');
  });

  it('of idle connections go unnoticed', async () => {
    await opened.registry.ping();
    await sql(
      opened.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'zhengfa-registry' AND datname = current_database()`,
    );
    await new Promise((done) => setTimeout(done, 50));
    await expect(opened.registry.ping()).resolves.toBeUndefined();
  });

  it('of the server are named by their network code', async () => {
    const nowhere = createRegistry({ databaseUrl: 'postgres://postgres:secret@127.0.0.1:1/x', ...keys });
    await expect(nowhere).rejects.toMatchObject({ message: 'registry: migrate failed with ECONNREFUSED' });
  });

  it('of a ping tell that the tables are not there', async () => {
    const databaseUrl = await opened.server.freshDatabase();
    const registry = await createRegistry({ databaseUrl, ...keys });
    await sql(databaseUrl, 'DROP SCHEMA registry CASCADE');
    await expect(registry.ping()).rejects.toMatchObject({ code: '42P01' });
    await registry.close();
  });
});
