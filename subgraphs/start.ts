import { join } from 'node:path';
import type { Logger } from 'pino';
import { openAuditLog } from '#auth/audit/log.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeVerifier } from '#auth/envelope/verify.ts';
import { loadTrustedKeys } from '#auth/keys/load.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';
import { MAKERS } from '#subgraphs/makers.ts';
import type { SubgraphSettings } from '#subgraphs/settings.ts';

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
