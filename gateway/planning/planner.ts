import '#gateway/planning/telemetry-off.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestState } from '#gateway/request/state.ts';

export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Unlike for any two operations that differ: the plan cache is keyed by it. */
  readonly cacheKey: string;
}

export interface PlannedResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Null violations stand here, below `valueCompletion`, where there are no other errors. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Plans an operation over the supergraph and fetches it from the subgraphs. */
export interface Planner {
  /** What clients may ask: the supergraph without its inaccessible parts. */
  readonly apiSchema: GraphQLSchema;
  run(operation: PlannedOperation, state: RequestState): Promise<PlannedResult>;
  /** How many operations were planned or taken from the plan cache. */
  readonly runs: number;
  close(): Promise<void>;
}

export type SourceFactory = (name: string, url: string) => GraphQLDataSource<RequestState>;

/** `@apollo/gateway` as a planner and executor only: it loads the supergraph from text, and asks no one outside. */
export async function createPlanner(supergraphSdl: string, connect: SourceFactory, logger: Logger): Promise<Planner> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) => connect(name, url ?? '') as GraphQLDataSource,
    // Its messages name hosts and repeat subgraphs' texts: they go to the log of debugging only.
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => logger.debug({ planner: String(message) }, 'planner'),
      error: (message) => logger.debug({ planner: String(message) }, 'planner'),
    },
    __exposeQueryPlanExperimental: false,
  });
  const { schema, executor } = await gateway.load();
  const metrics = {};
  const cache = { get: async () => undefined, set: async () => {}, delete: async () => {} };
  let runs = 0;
  return {
    apiSchema: schema,
    get runs() {
      return runs;
    },
    async run({ document, operationName, variables, cacheKey }, state) {
      runs += 1;
      const request = { query: '', variables, ...(operationName !== undefined && { operationName }) };
      const result = await executor({
        document,
        request,
        operationName: operationName ?? null,
        queryHash: cacheKey,
        context: state,
        schema,
        cache,
        metrics,
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      } as unknown as Parameters<typeof executor>[0]);
      return result as PlannedResult;
    },
    close: () => gateway.stop(),
  };
}
