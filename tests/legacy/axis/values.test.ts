import { afterAll, beforeAll } from '@jest/globals';
import { READS, SHAPE, WRITES } from '#tests/legacy/axis/cases.ts';
import { type AxisServer, startAxis } from '#tests/legacy/axis/start.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { type Clients, casesOf, openClients } from '#tests/legacy/values.ts';

let server: AxisServer;
let clients: Clients;
beforeAll(async () => {
  server = await startAxis();
  clients = await openClients(server);
});
afterAll(async () => {
  await clients?.ours.close();
  await server?.stop();
});

itReadsAndWrites(
  'Axis 1.4 RPC/encoded',
  casesOf(SHAPE, () => clients, READS, WRITES),
);
