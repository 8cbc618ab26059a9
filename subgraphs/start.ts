import { join } from 'node:path';
import type { Logger } from 'pino';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { createLegalAidSystem } from '#adapters/systems/legal-aid/system.ts';
import { openAuditLog } from '#auth/audit/log.ts';
import { createStatementMaker, createStatementVerifier } from '#auth/decisions/statement.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { createEnvelopeVerifier } from '#auth/envelope/verify.ts';
import { loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import { createOwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { createCaseworkSubgraph } from '#subgraphs/casework/subgraph.ts';
import { createCourtSubgraph } from '#subgraphs/court/subgraph.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { createLegalAidSubgraph } from '#subgraphs/legal-aid/subgraph.ts';
import type { SubgraphSettings } from '#subgraphs/settings.ts';

/** How each subgraph is made from the settings. A new one is started by being listed. */
const MAKERS: Readonly<Record<SubgraphName, (settings: SubgraphSettings, logger: Logger) => Promise<Subgraph>>> = {
  async casework({ keysDir, databaseUrl, addresses }, logger) {
    const key = await loadKey(keysDir, 'envelope-casework');
    return createCaseworkSubgraph({
      registry: await createRegistry({
        databaseUrl: databaseUrl(),
        encryptionKey: await loadKey(keysDir, 'registry-encryption'),
      }).catch((cause: Error) => {
        throw new Error(
          `登记库无法使用，请检查 DATABASE_URL / the registry’s database cannot be used, check DATABASE_URL: ${cause.message}`,
          { cause },
        );
      }),
      owners: createOwnerClient({ addresses, envelopes: await createEnvelopeMaker('casework', key) }),
      statements: await createStatementMaker(key),
      logger,
    });
  },
  async court({ keysDir, court12368 }, logger) {
    const system = await createCourtSystem({ ...court12368(), logger });
    return createCourtSubgraph(system, createStatementVerifier(await loadTrustedKeys(keysDir)));
  },
  async 'legal-aid'({ keysDir, legalAid }, logger) {
    const system = createLegalAidSystem({ ...legalAid(), logger });
    return createLegalAidSubgraph(system, createStatementVerifier(await loadTrustedKeys(keysDir)));
  },
};

/** Starts one subgraph on its port, with its own audit log. */
export async function startSubgraph(
  name: SubgraphName,
  settings: SubgraphSettings,
  logger: Logger,
): Promise<RunningSubgraph> {
  const subgraph = await MAKERS[name](settings, logger);
  return serveSubgraph(subgraph, {
    port: settings.ports[name],
    envelopes: createEnvelopeVerifier(name, await loadTrustedKeys(settings.keysDir)),
    audit: openAuditLog(join(settings.auditDir, `${name}.audit`), name),
    logger: logger.child({ subgraph: name }),
  });
}
