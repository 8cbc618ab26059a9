import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { ENVELOPE_HEADER } from '#auth/envelope/envelope.ts';
import { readBody } from '#service/http/body.ts';

export const QUERY = '{ rows { number status } }';
const sdl = (policy: string) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@policy"])
  type Query { rows: [Row!] ${policy} }
  type Row ${policy} { number: ID! status: String }`;

export function supergraph(policy: string, url: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'court', url, typeDefs: parse(sdl(policy)) }]);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

type Allow = (envelope: string | undefined, body: string) => Promise<() => void>;

/** Answers with as many rows as `allow`, called with the request's envelope, does not throw over; what it gives is called before the answer leaves. */
export async function startRows(policy: string, rows: number, allow: Allow): Promise<{ url: string; server: Server }> {
  const schema = buildSubgraphSchema(parse(sdl(policy)));
  const given = Array.from({ length: rows }, (_row, index) => ({ number: `N-${index}`, status: 'TRIAL' }));
  const server = createServer(async (request, response) => {
    const body = (await readBody(request, 100_000)) ?? '';
    const beforeItLeaves = await allow(request.headers[ENVELOPE_HEADER] as string | undefined, body);
    const { query } = JSON.parse(body) as { query: string };
    const result = await execute({ schema, document: parse(query), rootValue: { rows: given } });
    beforeItLeaves();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
