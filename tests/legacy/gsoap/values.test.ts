import { afterAll, beforeAll } from '@jest/globals';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import { thrownBy } from '#tests/legacy/failures.ts';
import { READS, SHAPE, WRITES } from '#tests/legacy/gsoap/cases.ts';
import { type GsoapServer, startGsoap } from '#tests/legacy/gsoap/start.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { at } from '#tests/legacy/value-case.ts';
import { type Clients, casesOf, openClients, ours } from '#tests/legacy/values.ts';

let server: GsoapServer;
let clients: Clients;
beforeAll(async () => {
  server = await startGsoap();
  clients = await openClients(server);
});
afterAll(async () => {
  await clients?.ours.close();
  await server?.stop();
});

itReadsAndWrites('gSOAP RPC/encoded', [
  ...casesOf(SHAPE, () => clients, READS, WRITES),
  {
    values: 'fault with a detail that the WSDL does not declare',
    ours: async () => faultOf(await thrownBy(ours(clients.ours, 'read', { what: 'refused' })))?.detail,
    alone: async () => {
      const error = await thrownBy(clients.alone.call('read', { what: 'refused' }));
      return at(error, 'root', 'Envelope', 'Body', 'Fault', 'detail');
    },
    expected: { code: '9007199254740993' },
  },
]);
