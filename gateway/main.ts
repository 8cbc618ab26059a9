import { join } from 'node:path';
import { openAuditLog } from '#auth/audit/log.ts';
import { recordPolicy } from '#auth/audit/policy-record.ts';
import { shipAudit } from '#auth/audit/ship.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { auditAlgorithm } from '#auth/keys/algorithms.ts';
import { watchSigningKey } from '#auth/keys/live-keys.ts';
import { keysFolder, loadAuditKey, loadKey } from '#auth/keys/load.ts';
import { auditCaseId } from '#auth/opaque-id.ts';
import { POLICY_DIGEST } from '#auth/policies/policies.ts';
import { DISCOVERED_ALGORITHMS, discoverIssuer } from '#auth/tokens/discovery.ts';
import { createTokenVerifier } from '#auth/tokens/verifier.ts';
import { type RunningGateway, startGateway } from '#gateway/gateway.ts';
import { createRequestObserver } from '#gateway/http/request-observer.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';
import { createZhengfaGraphProfile } from '#gateway/profiles/zhengfa-graph.ts';
import { createReadiness } from '#gateway/readiness.ts';
import { type CommandLine, isLoopback, readCommandLine, readSupergraphFile, SettingError } from '#gateway/settings.ts';
import { loadTrustedOperations, trustedOperationsFile } from '#gateway/trusted/trusted-operations.ts';
import { SUBGRAPH_ADDRESSES } from '#schema/addresses.ts';
import { openMetrics } from '#service/metrics/metrics.ts';
import { runService } from '#service/run.ts';
import { openTracer } from '#service/tracing/tracer.ts';

const { env } = process;

await runService('gateway', 'GATEWAY_PORT (--port)', async (logger) => {
  const line = readCommandLine(process.argv.slice(2), env);
  if (line.authNone && !isLoopback(line.host))
    throw new SettingError('--auth none 只能监听本机地址 / --auth none may listen on loopback only');
  const metrics = await openMetrics({ setting: 'GATEWAY_METRICS_PORT', standardPort: 9464, env, logger });
  const tracer = await openTracer('gateway', env, logger);
  const observer = createRequestObserver(metrics.registry, tracer);
  const gateway =
    line.supergraphFile === null ? await startOwnGraph(line) : await startOpenGraph(line, line.supergraphFile);
  return {
    ports: { gateway: gateway.port },
    async close() {
      await gateway.close();
      await Promise.all([metrics.close(), tracer.close()]);
    },
  };

  async function startOpenGraph(options: CommandLine, file: string): Promise<RunningGateway> {
    const profile = createOpenGraphProfile(logger);
    const { issuer, audience, port, host, introspection, maxBodyBytes, batchMax, limits, userLimits } = options;
    const tokens =
      issuer === null || audience === null
        ? null
        : createTokenVerifier({ ...(await discoverIssuer(issuer)), audience, algorithms: DISCOVERED_ALGORITHMS });
    return startGateway({
      supergraphSdl: readSupergraphFile(file),
      profile,
      tokens,
      port,
      host,
      introspection,
      maxBodyBytes,
      batchMax,
      limits,
      userLimits,
      logger,
      observer,
    });
  }

  async function startOwnGraph(options: CommandLine): Promise<RunningGateway> {
    const { port, host, introspection, maxBodyBytes, batchMax, limits, userLimits } = options;
    const keys = keysFolder(env);
    const issuer = env.ISSUER_URL ?? 'http://localhost:8280/realms/zhengfa';
    const addresses = Object.fromEntries(SUBGRAPHS.map((name) => [name, addressOf(name)])) as Record<
      SubgraphName,
      string
    >;
    const audit = openAuditLog({
      folder: join(env.AUDIT_DIR || '.data/audit', 'gateway'),
      name: 'gateway',
      signer: createSigner(await loadAuditKey(keys, 'audit-gateway', auditAlgorithm(env))),
    });
    recordPolicy(audit, POLICY_DIGEST);
    const shipping = env.AUDITOR_URL ? shipAudit(audit, { url: env.AUDITOR_URL, logger }) : null;
    const auditCaseKey = await loadKey(keys, 'audit-case');
    const onProblem = (cause: string) => logger.warn({ cause }, 'a changed key file cannot be read');
    const profile = createZhengfaGraphProfile({
      envelopes: await createEnvelopeMaker('gateway', await watchSigningKey(keys, 'envelope-gateway', { onProblem })),
      audit,
      auditCaseId: (caseUid) => auditCaseId(auditCaseKey, caseUid),
      logger,
      addresses,
    });
    const gateway = await startGateway({
      supergraphSdl: readSupergraphFile(join(import.meta.dirname, '..', 'schema', 'generated', 'supergraph.graphql')),
      profile,
      tokens: createTokenVerifier({ issuer, audience: env.AUDIENCE ?? 'zhengfa-graph' }),
      port,
      host,
      introspection,
      maxBodyBytes,
      batchMax,
      limits,
      userLimits,
      operations: { mode: options.operations, operations: loadTrustedOperations(trustedOperationsFile(env)) },
      ready: createReadiness({
        issuer: `${issuer}/protocol/openid-connect/certs`,
        ...Object.fromEntries(SUBGRAPHS.map((name) => [name, new URL('/health/ready', addresses[name]).href])),
      }),
      logger,
      observer,
    });
    return {
      ...gateway,
      async close() {
        await gateway.close();
        await shipping?.close();
      },
    };
  }
});

function addressOf(name: SubgraphName): string {
  return env[`SUBGRAPH_${name.toUpperCase().replace('-', '_')}_URL`] ?? SUBGRAPH_ADDRESSES[name];
}
