import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import { migrate as migrateSchema } from '#subgraphs/kit/postgres/migrate.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

const { migrations: MIGRATIONS } = REGISTRY_SCHEMA;
const migrate = (url: string, migrations = MIGRATIONS) => migrateSchema(url, { ...REGISTRY_SCHEMA, migrations });

let server: TestServer;
let home: string;
let all: number[];
beforeAll(async () => {
  const steps = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'));
  all = [0, ...steps.map((_, index) => index + 1)];
  server = openServer();
  home = await mkdtemp(join(tmpdir(), 'migrations-'));
}, 30_000);
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true });
});

const versions = async (url: string) =>
  (await sql<{ version: string }>(url, 'SELECT version FROM registry.schema_version ORDER BY 1')).map((row) =>
    Number(row.version),
  );

describe('migrate', () => {
  it('lets many copies start at once on an empty database', async () => {
    const url = await server.freshDatabase();
    await Promise.all(Array.from({ length: 12 }, () => migrate(url)));
    expect(await versions(url)).toEqual(all);
  }, 30_000);

  it('finds its files in a folder whose name looks like a pattern', async () => {
    const folder = join(home, '数据图 (copy) [1] {a,b} +@!');
    await cp(MIGRATIONS, folder, { recursive: true });
    const url = await server.freshDatabase();
    await migrate(url, folder);
    expect(await versions(url)).toEqual(all);
  });

  it('leaves nothing of a run that fails, and does not quote it', async () => {
    const folder = join(home, 'failing');
    await cp(MIGRATIONS, folder, { recursive: true });
    await writeFile(join(folder, '999.do.failing.sql'), "SELECT 'secret'::int;");
    const url = await server.freshDatabase();
    await expect(migrate(url, folder)).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '22P02',
      message: expect.not.stringContaining('secret'),
    });
    expect(await sql(url, "SELECT 1 FROM pg_namespace WHERE nspname = 'registry'")).toEqual([]);
    await migrate(url);
    expect(await versions(url)).toEqual(all);
  });

  it('keeps the numbers and recusals of a registry from before ingest, and leaves its parties to the next one', async () => {
    const folder = join(home, 'before');
    await cp(MIGRATIONS, folder, { recursive: true, filter: (name) => !/\/(00[5-9]|0[1-9]\d)\./.test(name) });
    const url = await server.freshDatabase();
    await migrate(url, folder);
    await sql(url, "INSERT INTO registry.cases VALUES ('ZF-1', 'CRIMINAL', 'INVESTIGATION', false, 'demo')");
    await sql(
      url,
      "INSERT INTO registry.case_numbers (kind, number, case_uid, provenance) VALUES ('POLICE_CASE_NO', 'A1', 'ZF-1', 'demo')",
    );
    await sql(
      url,
      `INSERT INTO registry.parties (party_uid, case_uid, position, person_uid, role, legal_status, protected_identity,
         display_name_encrypted, provenance) VALUES ('PT-1', 'ZF-1', 0, 'P-1', 'VICTIM', 'NOT_APPLICABLE', false, '', 'demo')`,
    );
    await sql(url, "INSERT INTO registry.party_keys VALUES ('PT-1', 'police', 'A1#1')");
    const facts = (recusedStaffNos: string[]) =>
      JSON.stringify({ sealed: false, labelled: false, recusedStaffNos, assignments: [{ staffNo: 'GA0001' }] });
    await sql(
      url,
      "INSERT INTO registry.decision_facts VALUES ('ZF-1', 'a', 'A1', $1, now()), ('ZF-1', 'a', 'A2', $2, now())",
      [facts([]), facts(['GA0002'])],
    );
    await migrate(url);
    expect(await sql(url, 'SELECT number FROM registry.case_numbers')).toEqual([{ number: 'A1' }]);
    expect(await sql(url, 'SELECT party_uid FROM registry.parties')).toEqual([]);
    expect(await sql(url, 'SELECT record_no, facts FROM registry.decision_facts')).toEqual([
      {
        record_no: 'A2',
        facts: { sealed: false, labelled: false, recusedStaffNos: ['GA0002'], assignments: [] },
      },
    ]);
  });

  it('keeps all that a registry filled by ingest holds', async () => {
    const folder = join(home, 'filled');
    await cp(MIGRATIONS, folder, { recursive: true, filter: (name) => !/\/(01[7-9]|0[2-9]\d)\./.test(name) });
    const url = await server.freshDatabase();
    await migrate(url, folder);
    await sql(
      url,
      `INSERT INTO registry.cases VALUES ('ZF-1', 'CRIMINAL', 'INVESTIGATION', false, 'police');
       INSERT INTO registry.records (kind, record_no, case_uid, system, department, agency_code, sealed)
         VALUES ('POLICE_CASE_NO', 'A1', 'ZF-1', 'police', 'POLICE', 'POLICE-379999', false);
       INSERT INTO registry.parties (party_uid, case_uid, position, person_uid, role, legal_status, protected_identity,
         display_name_encrypted, provenance) VALUES ('PT-1', 'ZF-1', 0, 'P-1', 'VICTIM', 'NOT_APPLICABLE', false, 'x', 'police');
       INSERT INTO registry.party_keys (party_uid, system, key, record_kind, record_no, position, person_uid, role, legal_status,
         protected_identity, display_name_encrypted, name_digest) VALUES ('PT-1', 'police', 'A1#1', 'POLICE_CASE_NO', 'A1', 0,
         'P-1', 'VICTIM', 'NOT_APPLICABLE', false, 'x', 'y')`,
    );
    await migrate(url);
    expect(await versions(url)).toEqual(all);
    expect(await sql(url, 'SELECT party_uid FROM registry.party_keys JOIN registry.parties USING (party_uid)')).toEqual(
      [{ party_uid: 'PT-1' }],
    );
  });

  it('refuses a database whose migrations were edited afterwards', async () => {
    const folder = join(home, 'edited');
    await cp(MIGRATIONS, folder, { recursive: true });
    const url = await server.freshDatabase();
    await migrate(url);
    await writeFile(join(folder, '004.do.ingested-content.sql'), 'SELECT 1;');
    await expect(migrate(url, folder)).rejects.toThrow(/migrate failed/);
  });
});
