import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { createClock } from '#schema/clock.ts';
import { createRegistry, type PostgresRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { createRegistryWriter, type RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import type { IngestedParty, IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

export const keys = { encryptionKey: createSecretKey(randomBytes(32)), opaqueIdKey: createSecretKey(randomBytes(32)) };

type Extra = Partial<Omit<IngestedRecord, 'facts'>> & { readonly facts?: Partial<IngestedRecord['facts']> };

/** Builders of one department's records; whatever a case does not say is as plain as can be. */
const recordsOf =
  (
    kind: LinkedNumberKind,
    plain: Pick<IngestedRecord, 'caseKind' | 'stage'>,
    owner: Pick<IngestedRecord['facts'], 'department' | 'agencyCode'>,
  ) =>
  (recordNo: string, { facts, ...extra }: Extra = {}): IngestedRecord => ({
    recordNo,
    kind,
    caseUid: null,
    linkedNumbers: [],
    parties: [],
    ...plain,
    ...extra,
    facts: { ...owner, recordNo, sealed: false, labelled: false, assignments: [], recusedStaffNos: [], ...facts },
  });

export const police = recordsOf(
  'POLICE_CASE_NO',
  { caseKind: 'CRIMINAL', stage: 'INVESTIGATION' },
  { department: 'POLICE', agencyCode: 'POLICE-379999' },
);
export const review = recordsOf(
  'ACCEPTANCE_NO',
  { caseKind: null, stage: 'PROSECUTION_REVIEW' },
  { department: 'PROCURATORATE', agencyCode: 'PROC-379999' },
);
export const court = recordsOf(
  'COURT_CASE_NO',
  { caseKind: 'CRIMINAL', stage: 'FIRST_INSTANCE' },
  { department: 'COURT', agencyCode: 'COURT-379999' },
);
export const aid = recordsOf(
  'LEGAL_AID_ID',
  { caseKind: null, stage: null },
  { department: 'JUSTICE', agencyCode: 'LEGALAID-379999' },
);

export const toPolice = (...numbers: string[]) => links('POLICE_CASE_NO', numbers);
export const toReview = (...numbers: string[]) => links('ACCEPTANCE_NO', numbers);
export const toCourt = (...numbers: string[]) => links('COURT_CASE_NO', numbers);

function links(kind: LinkedNumberKind, numbers: readonly string[]): Pick<IngestedRecord, 'linkedNumbers'> {
  return { linkedNumbers: numbers.map((number) => ({ kind, number })) };
}

/** Whom a record lists; the key is the record's own. */
export const party = (partyKey: string, displayName: string, extra: Partial<IngestedParty> = {}): IngestedParty => ({
  partyKey,
  personUid: `P-${displayName}`,
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'SUSPECT',
  minorAtOffence: null,
  protectedIdentity: false,
  displayName,
  ...extra,
});

/** What the cases of a file work on. */
export interface Opened {
  server: TestServer;
  url: string;
  registry: PostgresRegistry;
  writer: RegistryWriter;
}

/** Registers the hooks: one server and one database a file, empty for each case, and a registry of its own for each. */
export function withWriter(): Opened {
  const opened = {} as Opened;
  beforeAll(async () => {
    const server = openServer();
    const databaseUrl = await server.freshDatabase();
    const writer = await createRegistryWriter({ databaseUrl, clock: createClock({ today: '2025-06-16' }), ...keys });
    Object.assign(opened, { server, url: databaseUrl, writer });
  }, 30_000);
  afterAll(async () => {
    await opened.writer.close();
    await opened.server.close();
  });
  beforeEach(async () => {
    await empty(opened.url);
    opened.registry = await createRegistry({ databaseUrl: opened.url, ...keys });
  });
  afterEach(() => opened.registry.close());
  return opened;
}

/** Takes everything out of a registry but its tables. Deleting a few rows is quicker by far than truncating tables. */
export async function empty(url: string): Promise<void> {
  const tables = await sql<{ name: string }>(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname = 'registry' AND tablename <> 'schema_version'`,
  );
  const deletes = tables.map(({ name }) => `DELETE FROM ${name}`);
  // Without regard to the order in which the tables refer to each other.
  await sql(url, ['SET session_replication_role = replica', ...deletes].join(';'));
}

export async function caseOf({ registry }: Pick<Opened, 'registry'>, caseUid: string) {
  return (await registry.casesByNumbers('CASE_UID', [caseUid])).get(caseUid);
}

export async function partiesOf({ registry }: Pick<Opened, 'registry'>, caseUid: string) {
  return (await registry.partiesByCases([caseUid])).get(caseUid) ?? [];
}
