import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { BOMBS, bombSupergraph } from '#bench/bombs.ts';
import { type RunningGateway, startGateway } from '#gateway/gateway.ts';
import { createOpenGraphProfile } from '#gateway/profiles/open-graph.ts';
import { expectRefused, post } from '#tests/harness/ask.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  const logger = pino({ level: 'silent' });
  const profile = createOpenGraphProfile(logger);
  gateway = await startGateway({ supergraphSdl: bombSupergraph(), profile, tokens: null, port: 0, logger });
});
afterAll(() => gateway.close());

const ask = (query: string) => post(JSON.stringify({ query }), {}, `http://127.0.0.1:${gateway.port}/graphql`);

it.each(Object.entries(BOMBS))('%s: refused, and the planner is not called', async (_name, query) => {
  const before = gateway.planner.runs;
  expectRefused(await ask(query), 400, 'OPERATION_TOO_COMPLEX');
  expect(gateway.planner.runs).toBe(before);
});

it('a small question on the same supergraph is planned', async () => {
  const before = gateway.planner.runs;
  await ask('{ node { id node { id } } start { next { id } } }');
  expect(gateway.planner.runs).toBe(before + 1);
});
