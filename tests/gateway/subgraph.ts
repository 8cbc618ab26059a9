import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';

type Module = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>;
export type Resolvers = NonNullable<Module['resolvers']>;

export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A federation subgraph over HTTP that trusts everybody, remembers what it was asked, and answers as a test tells it to. */
export interface Subgraph {
  readonly sdl: string;
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** From now on this is the body of every answer; null for honest ones. */
  answer: string | null;
  /** Answers wait for it. */
  gate: Promise<void>;
  close(): Promise<void>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])`;

export async function startSubgraph(types: string, resolvers: Resolvers): Promise<Subgraph> {
  const sdl = `${LINK}\n${types}`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  const server = createServer(async (request, response) => {
    const body = await text(request);
    subgraph.requests.push({ headers: request.headers, body });
    await subgraph.gate;
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const honest = async () =>
      JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(subgraph.answer ?? (await honest()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const subgraph: Subgraph = {
    sdl,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests: [],
    answer: null,
    gate: Promise.resolve(),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return subgraph;
}
