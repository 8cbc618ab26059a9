import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { caseOf, keys, party, police, review, toReview, withWriter } from '#tests/registry/fixtures.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withWriter();
const uid = (n: number) => `ZF-2025-00000${n}`;

describe('a record that the database cannot hold', () => {
  const assignments = [{ holder: 'GA\0', function: 'INVESTIGATOR', partyKey: null }];
  const longer = randomBytes(4000).toString('hex');
  const handOver = { transferKey: 'T1', kind: 'ARREST_REQUEST', from: 'POLICE-379999', to: 'PROC-379999' } as const;
  const days = { sentOn: '2025-06-16', receivedOn: null, dueOn: null, answeredOn: null };

  it.each<[string, Parameters<typeof police>[1]]>([
    ['a NUL in a party’s key', { parties: [party('A3#\0', '张拟甲')] }],
    ['a NUL in a staff number', { facts: { assignments } }],
    ['half a character', { parties: [party('A3#\ud842', '张拟甲')] }],
    ['a number longer than an index takes', toReview(longer)],
    ['a round that is no small number', { transfers: [{ ...handOver, ...days, round: 40_000 }] }],
  ])('for %s is passed over alone, with an alert', async (_what, extra) => {
    const page = [1, 2, 3, 4, 5].map((n) => police(`A${n}`, { caseUid: uid(n), ...(n === 3 && extra) }));
    const figures = await opened.writer.ingestRecords('police', page);
    expect(figures).toMatchObject({ read: 5, written: 4, leftOut: 0, unreadable: 1 });
    const known = await opened.registry.casesByNumbers('CASE_UID', [1, 2, 3, 4, 5].map(uid));
    expect([...known.keys()].toSorted()).toEqual([1, 2, 4, 5].map(uid));
    const alert = { rule: 'ingest.unreadable', department: 'POLICE', system: 'police', count: 1 };
    expect(await sql(opened.url, 'SELECT rule, department, system, count FROM registry.alerts')).toEqual([alert]);
    // Read again for what it left out it raises no second alert.
    await opened.writer.ingestRecords('police', page, { isSecondLook: true });
    expect(await sql(opened.url, 'SELECT count FROM registry.alerts')).toEqual([{ count: 1 }]);
  });

  it('is not linked when it is found, and the search goes on', async () => {
    await opened.writer.ingestRecords('police', [police('A1', { caseUid: uid(1) })]);
    const found = { ...review('R1', { parties: [party('R1#\0', '张拟甲')] }), number: 'R1' };
    expect(await opened.writer.attachFoundLink(uid(1), found, '12309')).toBe(false);
    expect((await caseOf(opened, uid(1)))?.numbers.map(({ number }) => number)).toEqual(['A1']);
    expect(await sql(opened.url, 'SELECT rule, system FROM registry.alerts')).toEqual([
      { rule: 'ingest.unreadable', system: '12309' },
    ]);
  });

  it('is nothing that stops for ever when the database itself fails', async () => {
    const page = [police('A1', { caseUid: uid(1) }), police('A2', { caseUid: uid(2) })];
    await sql(opened.url, 'ALTER TABLE registry.records RENAME TO moved');
    await expect(opened.writer.ingestRecords('police', page)).rejects.toMatchObject({ code: '42P01' });
    await sql(opened.url, 'ALTER TABLE registry.moved RENAME TO records');
    expect(await opened.writer.ingestRecords('police', page)).toMatchObject({ written: 2, unreadable: 0 });
  });
});

describe('failures of the registry', () => {
  it('carry a code and the statement’s name, no value, and neither does the server’s log', async () => {
    const secret = 'ZF-9999-379999198506120130';
    const unknownCase = await opened.registry
      .saveFacts(secret, [{ agencyCode: 'a', recordNo: 'b', assignments: [] } as unknown as KnownFacts])
      .catch((error) => error);
    const badKind = police(secret, { kind: secret as 'COURT_CASE_NO' });
    const refused = await opened.writer.ingestRecords('police', [badKind]);
    expect(unknownCase).toMatchObject({ name: 'DatabaseError', code: '23503' });
    expect(refused).toMatchObject({ written: 0, unreadable: 1 });
    expect(inspect(unknownCase, { depth: 9, showHidden: true })).not.toContain('379999198506120130');
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
