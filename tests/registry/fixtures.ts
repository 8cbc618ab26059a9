import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { createIngest, type Ingest, type IngestedCase } from '#subgraphs/casework/registry/ingest.ts';
import { createRegistry, type PostgresRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import type { RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import { sql, startServer, type TestServer } from '#tests/registry/server.ts';

export const encryptionKey = createSecretKey(randomBytes(32));

export const party = (
  partyUid: string,
  displayName: string,
  extra: Partial<RegisteredParty> = {},
): RegisteredParty => ({
  partyUid,
  personUid: `P-${partyUid}`,
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'DEFENDANT',
  minorAtOffence: false,
  protectedIdentity: false,
  displayName,
  keys: [],
  ...extra,
});

export const theft: IngestedCase = {
  caseUid: 'ZF-2025-000001',
  kind: 'CRIMINAL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [
    { kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' },
    { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号' },
    { kind: 'LEGAL_AID_ID', number: 'LA-2025-000002' },
  ],
  parties: [
    party('PT-z', '张拟甲', { keys: [{ system: '12368', key: '（2025）鲁9999刑初999901号#1' }] }),
    party('PT-a', '㛃拟𠮷', {
      minorAtOffence: true,
      keys: [
        { system: '12368', key: '（2025）鲁9999刑初999901号#3' },
        { system: 'legal-aid', key: 'LA-2025-000002' },
      ],
    }),
    party('PT-m', '被害人甲', {
      role: 'VICTIM',
      legalStatus: 'NOT_APPLICABLE',
      minorAtOffence: null,
      protectedIdentity: true,
    }),
  ],
};
export const contract: IngestedCase = {
  caseUid: 'ZF-2025-000005',
  kind: 'CIVIL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [{ kind: 'COURT_CASE_NO', number: '（2025）鲁9999民初999905号' }],
  parties: [],
};

export const withoutParties = ({ parties, ...rest }: IngestedCase) => rest;

/** What a case of these files works on; new for each. */
export interface Opened {
  server: TestServer;
  url: string;
  registry: PostgresRegistry;
  ingest: Ingest;
}

/** Registers the hooks: one server a file, and for each case a registry of its own that holds the two cases above. */
export function withRegistry(): Opened {
  const opened = {} as Opened;
  beforeAll(async () => {
    opened.server = await startServer();
  }, 30_000);
  afterAll(() => opened.server.stop());
  beforeEach(async () => {
    const databaseUrl = await opened.server.freshDatabase();
    const [registry, ingest] = await Promise.all([
      createRegistry({ databaseUrl, encryptionKey }),
      createIngest({ databaseUrl, encryptionKey }),
    ]);
    await ingest.ingestCases('test', [theft, contract]);
    Object.assign(opened, { url: databaseUrl, registry, ingest });
  });
  afterEach(async () => {
    await opened.registry.close();
    await opened.ingest.close();
  });
  return opened;
}

/** Withdraws the links by one kind of number, as a person would who found them wrong. */
export function withdraw(url: string, kind: string) {
  return sql(
    url,
    "UPDATE registry.case_numbers SET withdrawn_at = now(), withdrawn_by = 'PT0001', withdrawn_why = 'wrong' WHERE kind = $1",
    [kind],
  );
}
