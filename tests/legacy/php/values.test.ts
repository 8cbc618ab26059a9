import { afterAll, beforeAll } from '@jest/globals';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { ENCODED, ENCODED_READS, ENCODED_WRITES, READS, SHAPE, WRITES } from '#tests/legacy/php/cases.ts';
import { ENCODED_WSDL, startPhp, WSDL } from '#tests/legacy/php/start.ts';
import { type Clients, casesOf, openClients } from '#tests/legacy/values.ts';

let server: Awaited<ReturnType<typeof startPhp>>;
let clients: Clients;
let encoded: Clients;
beforeAll(async () => {
  server = await startPhp();
  clients = await openClients({
    wsdl: WSDL,
    endpoint: `${server.root}GBK`,
    charset: { declared: 'GBK', sent: 'gbk' },
  });
  encoded = await openClients({ wsdl: ENCODED_WSDL, endpoint: `${server.root}UTF-8/encoded` });
});
afterAll(async () => {
  await clients?.ours.close();
  await encoded?.ours.close();
  await server?.stop();
});

itReadsAndWrites(
  'PHP, GBK',
  casesOf(SHAPE, () => clients, READS, WRITES),
);
itReadsAndWrites(
  'PHP RPC/encoded',
  casesOf(ENCODED, () => encoded, ENCODED_READS, ENCODED_WRITES),
);
