import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { NOT_ALLOWED, WRAPPED } from '#tests/legacy/cxf/cases.ts';
import { type CxfServer, startCxf, WSDL } from '#tests/legacy/cxf/start.ts';
import { thrownBy } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { startMeddler } from '#tests/legacy/meddler.ts';
import { type Clients, openClients, ours } from '#tests/legacy/values.ts';

let server: CxfServer;
let counter: Awaited<ReturnType<typeof startMeddler>>;
let clients: Clients;
let calls = 0;
beforeAll(async () => {
  server = await startCxf();
  counter = await startMeddler(`${server.http}wrapped`, (reply) => {
    calls += 1;
    return reply;
  });
  clients = await openClients({ wsdl: WSDL, endpoint: counter.address });
});
afterAll(async () => {
  await clients?.ours.close();
  await counter?.stop();
  await server?.stop();
});

/** What became of it, and how many calls reached the service. */
async function fateOf(work: () => Promise<unknown>): Promise<string> {
  const before = calls;
  const refused = await work().then(
    () => false,
    (error: unknown) => error instanceof ArgumentError || error instanceof GraphError,
  );
  if (calls > before) return 'sent';
  return refused ? 'refused' : 'thrown';
}

itReadsAndWrites(
  'CXF wrapped',
  NOT_ALLOWED.map(([values, sent]) => ({
    values: `refuses before sending: ${values}`,
    ours: () => fateOf(() => ours(clients.ours, 'write', WRAPPED.writeArguments(sent))),
    alone: () => fateOf(() => clients.alone.call('write', WRAPPED.writeArguments(sent))),
    expected: 'refused',
  })),
);

describe('the service’s own validator', () => {
  it.each(NOT_ALLOWED)('does not take it either: %s', async (_values, sent, says) => {
    const error = await thrownBy(clients.alone.call('write', WRAPPED.writeArguments(sent)));
    expect(String(error)).toContain(says);
  });
});
