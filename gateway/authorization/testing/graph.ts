import '#gateway/planning/telemetry-off.ts';
import { composeServices } from '@apollo/composition';
import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { type Authorized, authorize } from '#gateway/authorization/authorize.ts';
import { complete } from '#gateway/authorization/complete.ts';
import type { Rights } from '#gateway/authorization/rights.ts';
import { type ProtectedSupergraph, readSupergraph } from '#gateway/authorization/supergraph.ts';

/** Resolves a field, or as `__resolveReference` an entity from its key. */
type Resolver = (source: never, args: never, context: unknown, info: GraphQLResolveInfo) => unknown;

/** One subgraph of a test: its SDL (the federation link is added where there is none) and how it answers. */
export interface Subgraph {
  readonly sdl: string;
  /** What root fields without a resolver of their own give. */
  readonly root?: Readonly<Record<string, unknown>>;
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
}

export interface Question {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly scopes?: readonly string[];
  readonly policies?: readonly string[];
  /** @default true where there are scopes or policies */
  readonly authenticated?: boolean;
}

export interface Answer {
  readonly data: unknown;
  /** `CODE path.to.field`, sorted. */
  readonly errors: readonly string[];
  /** Names of the subgraphs that were asked, one for each request, sorted. */
  readonly asked: readonly string[];
  /** What the subgraphs answered. */
  readonly fetched: readonly unknown[];
  readonly authorized: Authorized;
}

export interface Graph {
  readonly sdl: string;
  readonly supergraph: ProtectedSupergraph;
  readonly apiSchema: GraphQLSchema;
  ask(question: string | Question): Promise<Answer>;
}

const IMPORTS =
  '"@key", "@requires", "@provides", "@external", "@shareable", "@inaccessible", "@override", "@interfaceObject", "@composeDirective"';

/** The link that brings federation's directives into a subgraph. */
export function federation(more = '"@authenticated", "@requiresScopes", "@policy"'): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${IMPORTS}, ${more}])\n`;
}

export function compose(subgraphs: Readonly<Record<string, string | Subgraph>>): string {
  const services = Object.entries(subgraphs).map(([name, subgraph]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdlOf(subgraph)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Composes subgraphs, loads the result into a real `@apollo/gateway`, and asks it what authorization leaves of a query. */
export async function graph(subgraphs: Readonly<Record<string, Subgraph>>, sdl = compose(subgraphs)): Promise<Graph> {
  const requests: Request[] = [];
  const supergraph = readSupergraph(sdl);
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.plannerSdl,
    buildService: ({ name }) => source(name, subgraphs[name] ?? { sdl: '' }, requests),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const { schema: apiSchema, executor } = await gateway.load();
  const plan = async ({ planned }: Authorized, variables: Readonly<Record<string, unknown>>) => {
    const { document, operationName, cacheKey } = planned;
    const context = {
      document,
      request: { query: '', variables, operationName },
      operationName,
      queryHash: cacheKey,
      context: {},
      schema: apiSchema,
      cache: new Map(),
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      metrics: {},
    };
    return executor(context as unknown as Parameters<typeof executor>[0]);
  };
  return {
    sdl,
    supergraph,
    apiSchema,
    async ask(question) {
      const {
        query,
        operationName,
        variables = {},
        ...rest
      } = typeof question === 'string' ? { query: question } : question;
      const document = parse(query);
      const [invalid] = validate(apiSchema, document);
      if (invalid) throw invalid;
      requests.length = 0;
      const authorized = authorize({
        supergraph,
        apiSchema,
        document,
        operationName,
        variables,
        rights: rightsOf(rest),
      });
      const { data = null, errors = [], extensions } = await plan(authorized, variables);
      const answer = complete({ authorized, apiSchema, data, errors, extensions });
      return {
        data: plain(answer.data),
        errors: errorsOf(answer),
        asked: requests.map(({ subgraph }) => subgraph).sort(),
        fetched: requests.map(({ answer }) => answer),
        authorized,
      };
    },
  };
}

export function rightsOf({ scopes = [], policies = [], authenticated }: Omit<Question, 'query'>): Rights {
  return {
    authenticated: authenticated ?? (scopes.length > 0 || policies.length > 0),
    scopes: new Set(scopes),
    policies: new Set(policies),
  };
}

/** `CODE path.to.field`, sorted. */
export function errorsOf({ errors = [] }: ExecutionResult): string[] {
  return errors.map(({ extensions, path = [] }: GraphQLError) => `${extensions.code} ${path.join('.')}`).sort();
}

/** As a client reads it: from JSON. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function sdlOf(subgraph: string | Subgraph): string {
  const sdl = typeof subgraph === 'string' ? subgraph : subgraph.sdl;
  return sdl.includes('@link(') ? sdl : federation() + sdl;
}

interface Request {
  readonly subgraph: string;
  readonly answer: unknown;
}

function source(name: string, subgraph: Subgraph, requests: Request[]): GraphQLDataSource {
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdlOf(subgraph)),
    resolvers: (subgraph.resolvers ?? {}) as GraphQLResolverMap<unknown>,
  });
  return {
    async process({ request }: GraphQLDataSourceProcessOptions) {
      const result = await execute({
        schema,
        document: parse(request.query ?? ''),
        rootValue: subgraph.root,
        variableValues: request.variables ?? {},
      });
      // Over the wire a subgraph's answer is JSON.
      const answer = JSON.parse(JSON.stringify(result));
      requests.push({ subgraph: name, answer: JSON.parse(JSON.stringify(result)) });
      return answer;
    },
  };
}
