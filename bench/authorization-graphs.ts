import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openAuditLog } from '#auth/audit/log.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { decideRecord } from '#auth/decisions/decide.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { createEnvelopeVerifier } from '#auth/envelope/verify.ts';
import { ensureKeys } from '#auth/keys/ensure.ts';
import { loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import { goodClaims, sign, signingKey, startIssuer } from '#auth/tokens/issuer.fixture.ts';
import { createTokenVerifier } from '#auth/tokens/verifier.ts';
import { QUERY, startRows, supergraph } from '#bench/rows-subgraph.ts';
import { startGateway } from '#gateway/gateway.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';
import { createZhengfaGraphProfile } from '#gateway/profiles/zhengfa-graph.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** A gateway over one subgraph, which gives rows of a number and a text. */
export interface BenchGraph {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  /** Rows decided so far. */
  decisions(): number;
  close(): Promise<void>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Nothing protected, nobody asked who they are, nothing recorded. */
export async function openGraph(rows: number, logger: Logger): Promise<BenchGraph> {
  const { url, server } = await startRows('', rows, async () => () => {});
  const profile = createOpenGraphProfile(logger);
  const gateway = await startGateway({ supergraphSdl: supergraph('', url), profile, tokens: null, port: 0, logger });
  return benchGraph(gateway, server, {}, () => 0);
}

/** As our own graph has it: token, policy, purpose, envelope, a decision a row, two logs. */
export async function protectedGraph(rows: number, folder: string, logger: Logger): Promise<BenchGraph> {
  const keys = join(folder, 'keys');
  await ensureKeys(keys);
  const logOf = async (name: 'gateway' | 'court') =>
    openAuditLog({ folder: join(folder, name), name, signer: createSigner(await loadKey(keys, `audit-${name}`)) });
  const [gatewayLog, courtLog] = await Promise.all([logOf('gateway'), logOf('court')]);
  const envelopes = createEnvelopeVerifier('court', await loadTrustedKeys(keys));
  let decisions = 0;
  const decide = (envelope: VerifiedEnvelope): (() => void) => {
    const context = new RequestContext(envelope, new RequestScope(envelope));
    context.keepAudit((records) => courtLog.append(records));
    for (let row = 0; row < rows; row += 1) {
      const decision = decideRecord(envelope, courtFacts());
      if (!decision.allowed) throw new Error(decision.rule);
      context.record('CourtCase', 'ZF-2025-000001', decision);
      decisions += 1;
    }
    return () => context.writeAudit();
  };
  const { url, server } = await startRows(POLICY, rows, async (envelope, body) =>
    decide(await envelopes.verify(envelope, body)),
  );
  const key = await signingKey('bench');
  const issuer = await startIssuer([key.jwk]);
  const gateway = await startGateway({
    supergraphSdl: supergraph(POLICY, url),
    profile: createZhengfaGraphProfile({
      auditCaseId: (caseUid) => `A-${caseUid}`,
      envelopes: await createEnvelopeMaker('gateway', await loadKey(keys, 'envelope-gateway')),
      audit: gatewayLog,
      logger,
      addresses: { court: url },
    }),
    tokens: createTokenVerifier({ issuer: issuer.issuer, audience: 'zhengfa-graph' }),
    port: 0,
    logger,
  });
  const token = await sign(key, goodClaims(issuer.issuer, JUDGE));
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'HANDLE_CASE' };
  return benchGraph(
    gateway,
    server,
    headers,
    () => decisions,
    async () => {
      await issuer.close();
      courtLog.close();
    },
  );
}

const POLICY = '@policy(policies: [["case.read"]])';
/** The presiding judge of `courtFacts`. */
const JUDGE = { realm_access: { roles: ['court.judge'] }, agency: 'COURT-379999', staffNo: 'FY0001' };

function benchGraph(
  gateway: Awaited<ReturnType<typeof startGateway>>,
  server: Server,
  headers: Record<string, string>,
  decisions: () => number,
  closeMore: () => Promise<void> = async () => {},
): BenchGraph {
  return {
    url: `http://127.0.0.1:${gateway.port}/graphql`,
    headers: { ...JSON_TYPE, ...headers },
    query: QUERY,
    decisions,
    async close() {
      await gateway.close();
      server.closeAllConnections();
      server.close();
      await closeMore();
    },
  };
}
