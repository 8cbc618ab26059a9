import type { Logger } from 'pino';
import { createCheckpointVerifier } from '#auth/audit/checkpoint.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { createGrantsMaker } from '#auth/grants/sign.ts';
import { watchSigningKey } from '#auth/keys/live-keys.ts';
import { loadAuditTrustedKeys, loadKey } from '#auth/keys/load.ts';
import { createAuditor } from '#subgraphs/access/audit/auditor.ts';
import { createExplainClient } from '#subgraphs/access/explain/casework-client.ts';
import { createAccessStore } from '#subgraphs/access/store/access-store.ts';
import { ACCESS_SCHEMA } from '#subgraphs/access/store/schema.ts';
import { createAccessSubgraph } from '#subgraphs/access/subgraph.ts';
import { keyProblems } from '#subgraphs/kit/key-problems.ts';
import { Database, openDatabase } from '#subgraphs/kit/postgres/database.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import type { SubgraphSettings } from '#subgraphs/settings.ts';

/** The subgraph on the database and the keys that the settings name. */
export async function openAccess(
  { keysDir, addresses, accessDatabaseUrl, grantLimits, alertSettings }: SubgraphSettings,
  logger: Logger,
): Promise<Subgraph> {
  const database = await openNamed(accessDatabaseUrl());
  // Logs that come in wait for each other: they must not keep waiting whoever asks for a grant.
  const auditDatabase = new Database(accessDatabaseUrl(), ACCESS_SCHEMA);
  const key = await watchSigningKey(keysDir, 'envelope-access', keyProblems(logger));
  const subgraph = createAccessSubgraph({
    store: createAccessStore(database),
    auditor: createAuditor({
      database: auditDatabase,
      isSigned: createCheckpointVerifier(await loadAuditTrustedKeys(keysDir)),
      alerts: alertSettings(),
      onAlert: (alert) => logger.warn({ alert }, 'alert'),
    }),
    grants: await createGrantsMaker(key),
    limits: grantLimits(),
    explain: createExplainClient({ address: addresses.casework, envelopes: await createEnvelopeMaker('access', key) }),
    auditCaseKey: await loadKey(keysDir, 'audit-case'),
    now: () => new Date(),
  });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await auditDatabase.close();
    },
  };
}

/** @throws Error with a sentence that names the setting */
export async function openNamed(databaseUrl: string): Promise<Database> {
  return openDatabase(databaseUrl, ACCESS_SCHEMA).catch((cause: Error) => {
    throw new Error(
      `权限库无法使用，请检查 ACCESS_DATABASE_URL / the access database cannot be used, check ACCESS_DATABASE_URL: ${cause.message}`,
      { cause },
    );
  });
}
