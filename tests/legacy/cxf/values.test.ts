import { afterAll, beforeAll } from '@jest/globals';
import { BARE, READS, RPC, WRAPPED, WRITES } from '#tests/legacy/cxf/cases.ts';
import { type CxfServer, startCxf, WSDL } from '#tests/legacy/cxf/start.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { type Clients, casesOf, openClients } from '#tests/legacy/values.ts';

let server: CxfServer;
let wrapped: Clients;
let bare: Clients;
let rpc: Clients;
beforeAll(async () => {
  server = await startCxf();
  const { http, bareWsdl, rpcWsdl } = server;
  wrapped = await openClients({ wsdl: WSDL, endpoint: `${http}wrapped` });
  bare = await openClients({ wsdl: bareWsdl, endpoint: `${http}bare`, alone: { forceSoap12Headers: true } });
  rpc = await openClients({ wsdl: rpcWsdl, endpoint: `${http}rpc` });
});
afterAll(async () => {
  for (const clients of [wrapped, bare, rpc]) await clients?.ours.close();
  await server?.stop();
});

itReadsAndWrites(
  'CXF wrapped',
  casesOf(WRAPPED, () => wrapped, READS, WRITES),
);
/** The WSDLs that CXF makes of its classes declare nothing nillable there. */
const DECLARED = WRITES.filter(([values]) => values !== 'nil');
itReadsAndWrites(
  'CXF bare, SOAP 1.2',
  casesOf(BARE, () => bare, READS, DECLARED),
);
itReadsAndWrites(
  'CXF RPC/literal',
  casesOf(RPC, () => rpc, READS, DECLARED),
);
