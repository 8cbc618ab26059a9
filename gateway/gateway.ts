import { buildASTSchema, parse } from 'graphql';
import type { Logger } from 'pino';
import type { TokenVerifier } from '#auth/tokens/verifier.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { createGraphQLHandler } from '#gateway/http/graphql.ts';
import type { RequestObserver } from '#gateway/http/request-observer.ts';
import { startHttpServer } from '#gateway/http/server.ts';
import { DEFAULT_LIMITS, type Limits } from '#gateway/limits/limits.ts';
import { createThrottle, NO_USER_LIMITS, type UserLimits } from '#gateway/limits/throttle.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';
import { createPlanner, type Planner } from '#gateway/planning/planner.ts';
import type { Profile } from '#gateway/profiles/profile.ts';
import type { OperationRules } from '#gateway/trusted/document-of.ts';

export interface GatewayOptions {
  /** The composed supergraph, as text. */
  readonly supergraphSdl: string;
  readonly profile: Profile;
  /** Null only where nothing in the supergraph is protected. */
  readonly tokens: TokenVerifier | null;
  readonly port: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default false */
  readonly introspection?: boolean;
  /** @default DEFAULT_LIMITS */
  readonly limits?: Limits;
  /** @default NO_USER_LIMITS */
  readonly userLimits?: UserLimits;
  /** @default any document */
  readonly operations?: OperationRules;
  /** Operations in one body, at most. @default 0: a body is one operation */
  readonly batchMax?: number;
  /** Bytes of one request body. @default 262144 */
  readonly maxBodyBytes?: number;
  /** What `/health/ready` says; null while the gateway cannot serve. @default always ready */
  ready?(): Promise<Record<string, unknown> | null>;
  readonly logger: Logger;
  /** @default nobody watches */
  readonly observer?: RequestObserver;
}

export interface RunningGateway {
  readonly port: number;
  readonly planner: Planner;
  /** Takes no new request, lets those in flight finish, then closes everything. */
  close(): Promise<void>;
}

/** Puts the gateway together and opens its door. Refuses to start where it could not enforce what the supergraph demands. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { profile, logger, tokens, introspection = false } = options;
  const supergraph = readSupergraph(options.supergraphSdl);
  if (tokens === null && supergraph.isAnythingProtected)
    throw new Error(
      '网关不能在不验证令牌的情况下提供受保护的字段。 / protected fields cannot be served without verifying tokens.',
    );
  const planner = await createPlanner(supergraph.plannerSdl, profile.connect, logger);
  const weights = typeWeights(
    buildASTSchema(parse(supergraph.plannerSdl), { assumeValidSDL: true }),
    profile.longestPage,
  );
  const answer = createGraphQLHandler(
    {
      ...{ supergraph, planner, profile, tokens, weights, introspection },
      limits: options.limits ?? DEFAULT_LIMITS,
      throttle: createThrottle(options.userLimits ?? NO_USER_LIMITS),
      operations: options.operations ?? { mode: 'any', operations: new Map() },
      batchMax: options.batchMax ?? 0,
    },
    (requestId, error) =>
      logger.error(
        { requestId, cause: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' },
        'unexpected',
      ),
  );
  const server = await startHttpServer({
    port: options.port,
    host: options.host ?? '127.0.0.1',
    maxBodyBytes: options.maxBodyBytes ?? 256 * 1024,
    logger,
    ...(options.observer && { observer: options.observer }),
    answer,
    ready: options.ready ?? (async () => ({ status: 'ready' })),
  });
  return {
    port: server.port,
    planner,
    async close() {
      await server.close();
      await planner.close();
      await profile.close();
    },
  };
}
