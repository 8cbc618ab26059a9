import { join } from 'node:path';
import type { Logger } from 'pino';
import type { CallObserver } from '#adapters/connector/observe.ts';
import { openAuditLog } from '#auth/audit/log.ts';
import { recordPolicy } from '#auth/audit/policy-record.ts';
import { shipAudit } from '#auth/audit/ship.ts';
import { createSigner } from '#auth/audit/signature.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeVerifier } from '#auth/envelope/verify.ts';
import { watchTrustedKeys } from '#auth/keys/live-keys.ts';
import { loadAuditKey } from '#auth/keys/load.ts';
import { POLICY_DIGEST } from '#auth/policies/policies.ts';
import type { Tracer } from '#service/tracing/tracer.ts';
import { keyProblems } from '#subgraphs/kit/key-problems.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';
import { MAKERS } from '#subgraphs/makers.ts';
import type { SubgraphSettings } from '#subgraphs/settings.ts';

/** Who watches what a subgraph does. */
export interface Watchers {
  readonly calls: CallObserver;
  readonly tracer: Tracer;
}

/** Starts one subgraph on its port, with its own audit log, which goes to the auditor's store as it grows. */
export async function startSubgraph(
  name: SubgraphName,
  settings: SubgraphSettings,
  logger: Logger,
  { calls, tracer }: Watchers,
): Promise<RunningSubgraph> {
  const auditKey = await loadAuditKey(settings.keysDir, `audit-${name}`, settings.auditAlgorithm);
  const subgraph = await MAKERS[name](settings, logger, calls);
  const own = logger.child({ subgraph: name });
  const audit = openAuditLog({ folder: join(settings.auditDir, name), name, signer: createSigner(auditKey) });
  recordPolicy(audit, POLICY_DIGEST);
  const shipping = settings.auditorUrl === null ? null : shipAudit(audit, { url: settings.auditorUrl, logger: own });
  const running = await serveSubgraph(subgraph, {
    port: settings.ports[name],
    envelopes: createEnvelopeVerifier(name, await watchTrustedKeys(settings.keysDir, keyProblems(own))),
    audit,
    logger: own,
    tracer,
  });
  return {
    ...running,
    async close() {
      await running.close();
      await shipping?.close();
    },
  };
}
