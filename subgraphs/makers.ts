import type { Logger } from 'pino';
import type { CallObserver } from '#adapters/connector/observe.ts';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { createLegalAidSystem } from '#adapters/systems/legal-aid/system.ts';
import { createNotarySystem } from '#adapters/systems/notary/system.ts';
import { createPoliceSystem } from '#adapters/systems/police/system.ts';
import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import { createStatementMaker, createStatementVerifier } from '#auth/decisions/statement.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { createGrantsVerifier } from '#auth/grants/verify.ts';
import { watchSigningKey, watchTrustedKeys } from '#auth/keys/live-keys.ts';
import { loadKey } from '#auth/keys/load.ts';
import { loadTls } from '#auth/keys/tls-files.ts';
import { type Clock, createClock } from '#schema/clock.ts';
import { openAccess } from '#subgraphs/access/open.ts';
import { createGrantsClient } from '#subgraphs/casework/grants/grants-client.ts';
import { createLinkKeeper } from '#subgraphs/casework/link-keeper.ts';
import { createOwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { createRegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { createCaseworkSubgraph } from '#subgraphs/casework/subgraph.ts';
import { createCourtSubgraph } from '#subgraphs/court/subgraph.ts';
import { keyProblems } from '#subgraphs/kit/key-problems.ts';
import type { OwnerMeans } from '#subgraphs/kit/owner-context.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { createLegalAidSubgraph } from '#subgraphs/legal-aid/subgraph.ts';
import { createNotarySubgraph } from '#subgraphs/notary/subgraph.ts';
import { createPoliceSubgraph } from '#subgraphs/police/subgraph.ts';
import { createProcuratorateSubgraph } from '#subgraphs/procuratorate/subgraph.ts';
import type { SubgraphSettings } from '#subgraphs/settings.ts';

type Maker = (settings: SubgraphSettings, logger: Logger, observer: CallObserver) => Promise<Subgraph>;

/** How each subgraph is made from the settings. A new one is started by being listed. */
export const MAKERS: Readonly<Record<SubgraphName, Maker>> = {
  casework: makeCasework,
  access: openAccess,
  court: department(
    ({ court12368 }, watched) => createCourtSystem({ ...court12368(), ...watched }),
    createCourtSubgraph,
  ),
  'legal-aid': department(
    ({ legalAid }, watched) => createLegalAidSystem({ ...legalAid(), ...watched }),
    createLegalAidSubgraph,
  ),
  police: department(({ police }, watched) => createPoliceSystem({ ...police(), ...watched }), createPoliceSubgraph),
  procuratorate: department(
    ({ procuratorate12309 }, watched) => createProcuratorateSystem({ ...procuratorate12309(), ...watched }),
    createProcuratorateSubgraph,
  ),
  notary: department(async ({ notary }, watched) => {
    const { tls, ...settings } = notary();
    return createNotarySystem({ ...settings, tls: await loadTls(tls), ...watched });
  }, createNotarySubgraph),
};

/** Who hears of a system's calls. */
interface Watched {
  readonly logger: Logger;
  readonly observer: CallObserver;
}

/** A department's subgraph over its system, which decides by what casework signs. */
function department<System>(
  open: (settings: SubgraphSettings, watched: Watched) => System | Promise<System>,
  create: (system: System, means: OwnerMeans) => Subgraph,
): Maker {
  return async (settings, logger, observer) => {
    const trusted = await watchTrustedKeys(settings.keysDir, keyProblems(logger));
    const means = {
      statements: createStatementVerifier(trusted),
      grants: createGrantsVerifier(trusted),
      clock: clockOf(settings.today),
      opaqueIdKey: await loadKey(settings.keysDir, 'opaque-id'),
      auditCaseKey: await loadKey(settings.keysDir, 'audit-case'),
    };
    return create(await open(settings, { logger, observer }), means);
  };
}

function clockOf(today: string | null): Clock {
  return createClock(today === null ? {} : { today });
}

async function makeCasework(
  { keysDir, databaseUrl, addresses, today }: SubgraphSettings,
  logger: Logger,
): Promise<Subgraph> {
  const key = await watchSigningKey(keysDir, 'envelope-casework', keyProblems(logger));
  const options = { databaseUrl: databaseUrl(), encryptionKey: await loadKey(keysDir, 'registry-encryption') };
  const registry = await createRegistry(options).catch((cause: Error) => {
    throw new Error(
      `登记库无法使用，请检查 DATABASE_URL / the registry’s database cannot be used, check DATABASE_URL: ${cause.message}`,
      { cause },
    );
  });
  const clock = clockOf(today);
  const writer = await createRegistryWriter({
    ...options,
    opaqueIdKey: await loadKey(keysDir, 'opaque-id'),
    clock,
  });
  const envelopes = await createEnvelopeMaker('casework', key);
  return createCaseworkSubgraph({
    registry,
    links: createLinkKeeper(registry, writer),
    owners: createOwnerClient({ addresses, envelopes }),
    grants: createGrantsClient({
      address: addresses.access,
      envelopes,
      verifier: createGrantsVerifier(await watchTrustedKeys(keysDir, keyProblems(logger))),
    }),
    auditCaseKey: await loadKey(keysDir, 'audit-case'),
    statements: await createStatementMaker(key),
    clock,
    logger,
  });
}
