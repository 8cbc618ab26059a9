import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EnvelopeVerifier } from '#auth/envelope/verify.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { auditInMemory, subgraphOf } from '#subgraphs/kit/kit.fixture.ts';
import type { OpenDoor } from '#subgraphs/kit/open-door.ts';
import { type RunningSubgraph, serveSubgraph } from '#subgraphs/kit/server.ts';

const envelopes: EnvelopeVerifier = {
  async verify() {
    throw new GraphError('UNAUTHENTICATED');
  },
};
const door: OpenDoor = {
  path: '/audit/',
  async answer(name, body) {
    if (body === 'broken') throw new TypeError('cannot read x of undefined');
    return { status: body === null ? 200 : 409, body: { name, body } };
  },
};
let running: RunningSubgraph;
beforeAll(async () => {
  const subgraph = { ...subgraphOf('type Query { plain: String }', {}), openDoors: [door] };
  const { logger } = listeningLogger();
  running = await serveSubgraph(subgraph, { port: 0, envelopes, audit: auditInMemory().log, logger });
});
afterAll(() => running.close());

const NOTHING = [404, {}];
it.each<[string, string, string, string | null, unknown]>([
  ['is read', 'GET', '/audit/court', null, [200, { name: 'court', body: null }]],
  ['is written to, without an envelope', 'POST', '/audit/legal-aid', '{}', [409, { name: 'legal-aid', body: '{}' }]],
  ['is nameless', 'GET', '/audit/', null, NOTHING],
  ['has a name that could be a path', 'GET', '/audit/court/..%2f', null, NOTHING],
  ['has a query', 'GET', '/audit/court?x', null, NOTHING],
  ['is somewhere else', 'GET', '/audits/court', null, NOTHING],
  ['is deleted', 'DELETE', '/audit/court', null, NOTHING],
  ['is given more than is read', 'POST', '/audit/court', 'x'.repeat(5 * 1024 * 1024), [413, {}]],
  ['breaks', 'POST', '/audit/court', 'broken', [500, { errors: [expect.anything()] }]],
  ['is the graph, which does want an envelope', 'POST', '/graphql', '{}', [401, { errors: [expect.anything()] }]],
])('a door that %s', async (_what, method, path, body, expected) => {
  const response = await fetch(`http://127.0.0.1:${running.port}${path}`, { method, body });
  expect([response.status, await response.json()]).toEqual(expected);
});
